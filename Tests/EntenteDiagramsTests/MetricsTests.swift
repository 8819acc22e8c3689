import Entente
import EntenteDiagrams
import Testing

@Suite struct MetricsTests {
    /// A square whose diagonals cross, with a node in the middle of its lower side:
    ///
    ///     a ------- b
    ///     |  \   /  |
    ///     |  /   \  |
    ///     c -- e -- d      (c–d runs through e)
    @Test func countsByHand() throws {
        let ids = ["a", "b", "c", "d", "e"]
        let pairs = [("a", "b"), ("a", "d"), ("b", "c"), ("c", "d"), ("a", "c"), ("b", "d")]
        let diagram = try Diagram(
            nodes: ids.map { Diagram.Node(id: $0, label: $0, kind: .state) },
            links: pairs.map { Diagram.Link(id: $0.0 + $0.1, from: $0.0, to: $0.1, family: .contact) }
        )
        let metrics = try diagram.drawing(at: [
            "a": (0, 0), "b": (300, 0), "c": (0, 300), "d": (300, 300), "e": (150, 300),
        ]).metrics
        #expect(metrics.crossings == 1)
        #expect(metrics.nodeOverlaps == 0)
        // The straight line c–d would pass through e, so it goes around.
        #expect(metrics.linksThroughNodes == 0)
        #expect(metrics.labelsOnNodes == 0 && metrics.labelsOnLabels == 0)
        // 344 × about 327 and frame: fits the page.
        #expect(metrics.drawingPointSize == 9)
        #expect(metrics.aspect > 0.9 && metrics.aspect <= 1)
    }

    @Test func countsOverlaps() throws {
        let diagram = try Diagram(
            nodes: ["a", "b", "c"].map { Diagram.Node(id: $0, label: $0, kind: .state) }
        )
        let metrics = try diagram.drawing(at: ["a": (0, 0), "b": (10, 10), "c": (20, 20)]).metrics
        #expect(metrics.nodeOverlaps == 3)
        #expect(metrics.cost >= 30 - 4 * 8)
    }

    /// On a line with equal steps the drawn distances are those of the graph: no stress.
    @Test func aPathInALineHasNoStress() throws {
        let diagram = try Diagram(
            nodes: (0..<4).map { Diagram.Node(id: "\($0)", label: "\($0)", kind: .state) },
            links: (0..<3).map { Diagram.Link(id: "\($0)", from: "\($0)", to: "\($0 + 1)", family: .contact) }
        )
        let straight = try diagram.drawing(at: ["0": (0, 0), "1": (100, 0), "2": (200, 0), "3": (300, 0)])
        #expect(straight.metrics.stress < 1e-12)
        // Distances 100, 100, 100, 141, 141 over steps 1, 1, 1, 2, 2 and 100 over 3: ratios r are 100 (3), 70.7 (2),
        // 33.3; s = Σr/Σr² = 474.76/41111 = 0.011548; mean (s·r − 1)² = (3·0.02396 + 2·0.03364 + 0.37834)/6.
        let bent = try diagram.drawing(at: ["0": (0, 0), "1": (100, 0), "2": (100, 100), "3": (0, 100)])
        #expect(abs(bent.metrics.stress - 0.08625) < 0.0002)
    }

    @Test func reducesTheTypeToFitThePage() throws {
        let diagram = try Diagram(nodes: ["a", "b"].map { Diagram.Node(id: $0, label: $0, kind: .state) })
        let metrics = try diagram.drawing(at: ["a": (0, 0), "b": (888, 0)]).metrics
        // 888 + 44 + 4 points wide are twice the page's 468.
        #expect(metrics.drawingWidth == 936)
        #expect(metrics.drawingPointSize == 4.5)
        #expect(metrics.effectivePointSize < 4.5)
    }

    @Test func anUnplacedNodeIsAnError() throws {
        let diagram = try Diagram(nodes: [Diagram.Node(id: "a", label: "a", kind: .state)])
        #expect(throws: DiagramError.self) { try diagram.drawing(at: [:]) }
        #expect(throws: DiagramError.self) { try diagram.drawing(at: ["a": (.nan, 0)]) }
        #expect(throws: DiagramError.self) { try diagram.drawing(at: ["a": (.infinity, 0)]) }
    }
}
