import Foundation
import GraphKernel

/// What is asked for, in the order of a kernel's life: make what it needs, run it, tell its answer.
private struct Request: Decodable {
    enum Step: String, Decodable { case prepare, run, read }

    let step: Step
    let kernel: String
    let threads: Int?
    let seed: UInt64?
    /// Where to write the answer's numbers.
    let path: String?
}

private struct Reply: Encodable {
    var seconds: Double?
    var memory: ProcessMemory.Use?
    var error: String?
}

/// Answers requests about one graph until the input ends.
func serve(_ input: BenchmarkInput, with kernels: [BenchmarkKernel]) throws {
    var server = KernelServer(input: input, kernels: kernels)
    try write(Reply())
    while let line = readLine() {
        let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
        do {
            try write(server.answer(request))
        } catch {
            try write(Reply(error: "\(error)"))
        }
    }
}

private func write(_ reply: Reply) throws {
    var line = try JSONEncoder().encode(reply)
    line.append(contentsOf: "\n".utf8)
    FileHandle.standardOutput.write(line)
}

private struct KernelServer {
    /// Seconds below which a run is repeated at once, so that it is seen with warm caches.
    private static let brief = 0.05

    let input: BenchmarkInput
    let kernels: [BenchmarkKernel]
    private var work: ((BenchmarkRun) throws -> BenchmarkKernel.Answer)?
    private var result: BenchmarkKernel.Answer?

    init(input: BenchmarkInput, kernels: [BenchmarkKernel]) {
        self.input = input
        self.kernels = kernels
    }

    mutating func answer(_ request: Request) throws -> Reply {
        switch request.step {
        case .prepare:
            (work, result) = (nil, nil)
            guard let kernel = kernels.first(where: { $0.name == request.kernel }) else {
                throw BenchmarkError("there is no kernel \"\(request.kernel)\"")
            }
            work = try kernel.prepare(input)
            return Reply()
        case .run:
            return try run(
                BenchmarkRun(
                    control: RunControl(threads: request.threads ?? 1),
                    seed: request.seed ?? 1,
                    starts: input.starts,
                    pairs: input.pairs
                )
            )
        case .read:
            guard let path = request.path, let result else { throw BenchmarkError("nothing was run") }
            try write(result(), to: URL(fileURLWithPath: path))
            self.result = nil
            return Reply()
        }
    }

    private mutating func run(_ run: BenchmarkRun) throws -> Reply {
        guard let work else { throw BenchmarkError("nothing was prepared") }
        result = nil
        let memory = ProcessMemory()
        var (seconds, found) = try timed(work, run)
        if seconds < Self.brief {
            found = { [] }
            let again = try timed(work, run)
            (seconds, found) = (min(seconds, again.seconds), again.answer)
        }
        result = found
        return Reply(seconds: seconds, memory: memory.use())
    }

    private func timed(
        _ work: (BenchmarkRun) throws -> BenchmarkKernel.Answer,
        _ run: BenchmarkRun
    ) rethrows -> (seconds: Double, answer: BenchmarkKernel.Answer) {
        let clock = ContinuousClock()
        let begin = clock.now
        let answer = try work(run)
        let duration = (clock.now - begin).components
        return (Double(duration.seconds) + Double(duration.attoseconds) * 1e-18, answer)
    }
}
