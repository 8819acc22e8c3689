import EntenteTestSupport
import GraphKernel
import Testing

private let matrices = "data/oracles/GraphBLAS+LAGraph/data/"

/// Matrices that the tests of LAGraph use, with the answers that they expect.
@Suite(.enabled(if: SharedData.has(matrices), "needs the shared data sets"))
struct MatrixMarketTests {
    struct Matrix: Sendable, CustomTestStringConvertible {
        let name: String
        let components: Int
        let triangles: Int
        var testDescription: String { name }
    }

    static let all = [
        Matrix(name: "karate", components: 1, triangles: 45),
        Matrix(name: "A", components: 1, triangles: 11),
        Matrix(name: "jagmesh7", components: 1, triangles: 2016),
        Matrix(name: "ldbc-cdlp-undirected-example", components: 1, triangles: 6),
        Matrix(name: "ldbc-undirected-example", components: 1, triangles: 4),
        Matrix(name: "ldbc-wcc-example", components: 1, triangles: 5),
        Matrix(name: "LFAT5", components: 3, triangles: 0),
        Matrix(name: "LFAT5_hypersparse", components: 1989, triangles: 0),
        Matrix(name: "LFAT5_two", components: 6, triangles: 0),
        Matrix(name: "bcsstk13", components: 1, triangles: 342_300),
        Matrix(name: "tree-example", components: 1, triangles: 0),
    ]

    /// The pattern of a symmetric matrix, its values left aside.
    private static func read(_ name: String) throws -> CompactGraph {
        let lines = try SharedData.text(matrices + name + ".mtx").split(whereSeparator: \.isNewline).filter {
            !$0.hasPrefix("%")
        }
        let rows = lines.map { $0.split(separator: " ").prefix(2).compactMap { Int($0) } }
        return try CompactGraph(
            vertexCount: rows[0][0],
            edges: rows.dropFirst().map { ($0[0] - 1, $0[1] - 1) },
            direction: .undirected
        )
    }

    @Test(arguments: all) func componentsAndTriangles(matrix: Matrix) throws {
        let graph = try Self.read(matrix.name)
        #expect(try graph.weakComponents().sizes.count == matrix.components)
        #expect(try graph.triangleCounts().total == matrix.triangles)
    }

    @Test func theClubIsTheClub() throws {
        let graph = try Self.read("karate")
        let club = SampleGraphs.karateClub
        #expect(try graph.betweenness().count == 34 && graph.edgeCount == club.edgeCount)
        expectClose(try graph.betweenness(), try club.betweenness())
    }
}
