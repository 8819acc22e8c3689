import Foundation
import GraphKernel
import Testing

/// A graph whose measures another program has computed; `Scripts/oracle` makes the files.
struct OracleGraph: Sendable, CustomTestStringConvertible {
    let name: String
    let directed: Bool
    let vertices: Int
    /// Source, target and weight in quarters of each edge.
    let edges: [Int]
    let checksum: String
    let results: [String: Values]

    /// A column of numbers, or a list of paths.
    enum Values: Decodable, Sendable {
        case numbers([Double])
        case paths([[Int]])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let numbers = try? container.decode([Double].self) {
                self = .numbers(numbers)
            } else {
                self = .paths(try container.decode([[Int]].self))
            }
        }
    }

    var testDescription: String { name }

    /// The numbers of a result; where the program had no answer (eigenvector) there are none.
    func numbers(_ key: String) throws -> [Double] {
        guard case .numbers(let numbers) = try #require(results[key]) else { return [] }
        return numbers
    }

    func paths(_ key: String) throws -> [[Int]] {
        guard case .paths(let paths) = try #require(results[key]) else { return [] }
        return paths
    }

    func graph(weighted: Bool = true) throws -> CompactGraph {
        let count = edges.count / 3
        return try CompactGraph(
            vertexCount: vertices,
            edges: (0..<count).map { (edges[3 * $0], edges[3 * $0 + 1]) },
            direction: directed ? .directed : .undirected,
            weights: weighted ? (0..<count).map { Double(edges[3 * $0 + 2]) / 4 } : nil
        )
    }

    /// The graphs of a folder that `Scripts/oracle` wrote: the committed one, unless the environment names another.
    static let all: [OracleGraph] = {
        let folder =
            ProcessInfo.processInfo.environment["ENTENTE_ORACLE_GRAPHS"].map { URL(fileURLWithPath: $0) }
            ?? committed
        do {
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
                $0.hasSuffix(".json") && $0 != "graphs.json"
            }
            var results: [String: [String: Values]] = [:]
            for file in files.sorted() {
                let topic: Topic = try load(file, of: folder)
                results.merge(topic.results) { $0.merging($1) { first, _ in first } }
            }
            let list: List = try load("graphs.json", of: folder)
            return list.graphs.map { OracleGraph($0, results: results[$0.name] ?? [:]) }
        } catch {
            Issue.record("\(folder.path): \(error)")
            return []
        }
    }()

    static let committed = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Oracles")

    private init(_ graph: Graph, results: [String: Values]) {
        name = graph.name
        directed = graph.directed
        vertices = graph.vertices
        edges = graph.edges
        checksum = graph.checksum
        self.results = results
    }

    private struct Graph: Decodable {
        let name: String
        let directed: Bool
        let vertices: Int
        let edges: [Int]
        let checksum: String
    }

    /// `graphs.json`.
    private struct List: Decodable {
        let graphs: [Graph]
    }

    /// Any other file: what a program answered, by graph and question.
    private struct Topic: Decodable {
        let results: [String: [String: Values]]
    }

    private static func load<File: Decodable>(_ name: String, of folder: URL) throws -> File {
        try JSONDecoder().decode(File.self, from: Data(contentsOf: folder.appendingPathComponent(name)))
    }
}

/// Compares columns to nine digits; -1 in an oracle stands for "no path".
func expectClose(
    _ values: [Double],
    _ oracle: [Double],
    tolerance: Double = 1e-9,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(values.count == oracle.count, sourceLocation: sourceLocation)
    for (vertex, (value, expected)) in zip(values, oracle).enumerated() {
        let plain = value.isInfinite ? -1 : value
        #expect(
            abs(plain - expected) <= tolerance * max(1, abs(expected)),
            "vertex \(vertex)",
            sourceLocation: sourceLocation
        )
    }
}

@Suite struct OracleGraphTests {
    @Test func thereAreManyOfEachKind() {
        #expect(OracleGraph.all.count >= 53)
        #expect(OracleGraph.all.filter(\.directed).count >= 25)
        #expect(OracleGraph.all.filter { $0.results["eigenvector"] != nil }.count >= 10)
        #expect(OracleGraph.all.allSatisfy { $0.results.count >= 40 })
    }

    @Test(arguments: OracleGraph.all) func checksumIsThatOfTheGraph(oracle: OracleGraph) throws {
        var text = "\(oracle.directed ? 1 : 0) \(oracle.vertices)\n"
        for start in stride(from: 0, to: oracle.edges.count, by: 3) {
            text += oracle.edges[start..<start + 3].map(String.init).joined(separator: " ") + "\n"
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        #expect(String(repeating: "0", count: 16 - digits.count) + digits == oracle.checksum)
    }

    @Test func sampleGraphsAreTheNamedOnes() throws {
        let samples = [
            "karate": SampleGraphs.karateClub, "kite": SampleGraphs.krackhardtKite,
            "florentine": SampleGraphs.florentineFamilies,
        ]
        for oracle in OracleGraph.all {
            guard let sample = samples[oracle.name] else { continue }
            let graph = try oracle.graph()
            #expect(sample.vertexCount == graph.vertexCount)
            #expect(sample.edgeSources == graph.edgeSources)
            #expect(sample.edgeTargets == graph.edgeTargets)
        }
    }
}
