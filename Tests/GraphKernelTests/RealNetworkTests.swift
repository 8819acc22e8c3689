import EntenteTestSupport
import Foundation
import GraphKernel
import Testing

/// Sizes of components, triangles and clustering that others have published for public data sets.
@Suite struct RealNetworkTests {
    struct DataSet: Sendable, CustomTestStringConvertible {
        let name: String
        let path: String
        let weak: Int
        let strong: Int?
        let triangles: Int
        /// The mean local clustering, to four digits.
        let clustering: Double
        let direction: CompactGraph.EdgeDirection

        var testDescription: String { name }
    }

    private static let temporal =
        "data/perf/USFDataVisualization+Persistent-Homology-On-Time-Varying-Graphs/data/"

    static let all = [
        DataSet(
            name: "CollegeMsg",
            path: temporal + "CollegeMsg.txt.gz",
            weak: 1893,
            strong: 1294,
            triangles: 14_319,
            clustering: 0.1094,
            direction: .directed
        ),
        DataSet(
            name: "email-Eu-core-temporal",
            path: temporal + "email-Eu-core-temporal.txt.gz",
            weak: 986,
            strong: 803,
            triangles: 105_461,
            clustering: 0.4071,
            direction: .directed
        ),
        DataSet(
            name: "email-Enron",
            path: "data/perf/jongwook+graphdb-benchmarks/data/email-Enron.txt.gz",
            weak: 33_696,
            strong: 33_696,
            triangles: 727_044,
            clustering: 0.4970,
            direction: .directed
        ),
        DataSet(
            name: "ego-Facebook",
            path: "data/perf/AllenDowney+ThinkComplexity2/data/facebook_combined.txt.gz",
            weak: 4039,
            strong: nil,
            triangles: 1_612_010,
            clustering: 0.6055,
            direction: .undirected
        ),
    ]

    /// Reads `source target …` lines, calling vertices by the order in which they first appear.
    private static func read(_ set: DataSet) throws -> CompactGraph {
        let data = try SharedData.unzipped(set.path)
        var (names, sources, targets): ([Int: Int32], [Int32], [Int32]) = ([:], [], [])
        var fields: [Int] = []
        var number = -1
        var isComment = false
        for byte in data + [10] {
            if byte >= 48, byte <= 57 {
                number = max(number, 0) * 10 + Int(byte - 48)
            } else {
                if number >= 0 { fields.append(number) }
                number = -1
                if byte == UInt8(ascii: "#") { isComment = true }
            }
            guard byte == 10 else { continue }
            if !isComment, fields.count >= 2 {
                for (field, isSource) in [(fields[0], true), (fields[1], false)] {
                    let vertex = names[field] ?? Int32(names.count)
                    names[field] = vertex
                    if isSource { sources.append(vertex) } else { targets.append(vertex) }
                }
            }
            (fields, isComment) = ([], false)
        }
        return try CompactGraph(
            vertexCount: names.count,
            sources: sources,
            targets: targets,
            direction: set.direction
        )
    }

    @Test(
        .enabled(if: all.allSatisfy { SharedData.has($0.path) }, "needs the shared data sets"),
        arguments: all
    )
    func componentsHaveThePublishedSizes(set: DataSet) throws {
        let graph = try Self.read(set)
        let weak = try graph.weakComponents()
        let largest = try #require(weak.largest)
        #expect(Int(weak.sizes[largest]) == set.weak)
        if let strong = set.strong { #expect(try graph.strongComponents().sizes.max() == Int32(strong)) }
        // A search reaches exactly the component of its source.
        let source = try #require(weak.labels.firstIndex(of: Int32(largest)))
        let tree = try graph.breadthFirstSearch(from: source, direction: .both)
        #expect(tree.distances.count { $0 >= 0 } == set.weak)
        for vertex in 0..<graph.vertexCount where tree.distances[vertex] > 0 {
            #expect(tree.distances[Int(tree.parents[vertex])] == tree.distances[vertex] - 1)
        }
    }

    @Test(
        .enabled(if: all.allSatisfy { SharedData.has($0.path) }, "needs the shared data sets"),
        arguments: all
    )
    func trianglesAreThosePublished(set: DataSet) throws {
        let counts = try Self.read(set).triangleCounts(control: RunControl(threads: 2))
        #expect(counts.total == set.triangles)
        #expect(abs(try #require(counts.averageClustering) - set.clustering) < 0.00005)
    }

    /// At a tolerance below rounding a method must not leave the largest component for another one's eigenvector.
    @Test(.enabled(if: SharedData.has(all[2].path), "needs the shared data sets"))
    func eigenvectorsBelowRoundingAreThoseAbove() throws {
        let graph = try Self.read(Self.all[2]).undirected()
        let plain = try graph.eigenvectorCentrality(tolerance: 1e-9)
        let exact = try graph.eigenvectorCentrality(tolerance: 1e-14, maximumIterations: 200)
        for (one, other) in zip(plain.scores, exact.scores) where abs(one - other) > 1e-7 {
            Issue.record("\(one) and \(other)")
            break
        }
    }
}
