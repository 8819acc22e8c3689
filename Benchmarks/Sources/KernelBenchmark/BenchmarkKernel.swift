import GraphKernel

/// One algorithm to be timed: what it needs is made beforehand, and its answer is turned into numbers
/// afterwards.
struct BenchmarkKernel {
    /// Gives the answer as numbers that can be compared with those of other programs.
    typealias Answer = () throws -> [Double]

    let name: String
    /// Makes the graph that the algorithm runs on and returns the work to be timed.
    let prepare: (BenchmarkInput) throws -> (BenchmarkRun) throws -> Answer

    /// A kernel on the graph without weights.
    static func plain(
        _ name: String,
        _ work: @escaping (CompactGraph, BenchmarkRun) throws -> Answer
    ) -> BenchmarkKernel {
        BenchmarkKernel(name: name) { input in
            let graph = try input.plain.get()
            return { run in try work(graph, run) }
        }
    }

    /// A kernel on the graph with weights.
    static func weighted(
        _ name: String,
        _ work: @escaping (CompactGraph, BenchmarkRun) throws -> Answer
    ) -> BenchmarkKernel {
        BenchmarkKernel(name: name) { input in
            let graph = try input.weighted.get()
            return { run in try work(graph, run) }
        }
    }

    /// A kernel on contacts sorted by time.
    static func temporal(
        _ name: String,
        _ work: @escaping (TemporalOrder, BenchmarkRun) throws -> Answer
    ) -> BenchmarkKernel {
        BenchmarkKernel(name: name) { input in
            let order = try input.order.get()
            return { run in try work(order, run) }
        }
    }

    /// A kernel on the columns that the graph is made of.
    static func columns(
        _ name: String,
        _ work: @escaping (BenchmarkInput, BenchmarkRun) throws -> Answer
    ) -> BenchmarkKernel {
        BenchmarkKernel(name: name) { input in { run in try work(input, run) } }
    }
}

/// What one run is told.
struct BenchmarkRun {
    let control: RunControl
    let seed: UInt64
    /// The vertices to search from.
    let starts: [Int]
    /// Pairs of vertices, to find the way from the one to the other.
    let pairs: [(source: Int, target: Int)]
}

struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
