import Foundation
import GraphKernel
import Testing

/// A graph whose measures another program has computed; `Scripts/oracle` makes the files.
struct OracleGraph: Decodable, Sendable, CustomTestStringConvertible {
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

    static let all: [OracleGraph] = ["named", "undirected", "directed"].flatMap { load($0) }

    private struct File: Decodable {
        let graphs: [OracleGraph]
    }

    private static func load(_ name: String) -> [OracleGraph] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let url = folder.appendingPathComponent("Oracles/\(name).json")
        do {
            return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).graphs
        } catch {
            Issue.record("\(url.lastPathComponent): \(error)")
            return []
        }
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
    @Test func thereAreFiftyThree() {
        #expect(OracleGraph.all.count == 53)
        #expect(OracleGraph.all.filter { $0.results["eigenvector"] != nil }.count >= 10)
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
        for oracle in OracleGraph.all.prefix(3) {
            let graph = try oracle.graph()
            let sample = try #require(samples[oracle.name])
            #expect(sample.vertexCount == graph.vertexCount)
            #expect(sample.edgeSources == graph.edgeSources)
            #expect(sample.edgeTargets == graph.edgeTargets)
        }
    }
}
