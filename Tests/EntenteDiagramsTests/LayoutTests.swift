import Entente
import EntenteDiagrams
import Testing

@Suite struct LayoutTests {
    static let small: [String] = [
        "empty", "one", "two alone", "loop", "parallel", "cycle", "two components", "path", "star",
    ]

    static func diagram(_ name: String) throws -> Diagram {
        func nodes(_ count: Int) -> [Diagram.Node] {
            (0..<count).map { Diagram.Node(id: "n\($0)", label: "Node \($0)", kind: .person) }
        }
        func link(_ id: Int, _ from: Int, _ to: Int) -> Diagram.Link {
            Diagram.Link(
                id: "e\(id)",
                from: "n\(from)",
                to: "n\(to)",
                family: .contact,
                isDirected: true,
                label: ["met", "2018-0\(id + 1)"]
            )
        }
        return switch name {
        case "empty": try Diagram(nodes: [])
        case "one": try Diagram(nodes: nodes(1))
        case "two alone": try Diagram(nodes: nodes(2))
        case "loop":
            try Diagram(nodes: nodes(2), links: [link(0, 0, 0), link(1, 0, 1), link(2, 1, 1), link(3, 1, 1)])
        case "parallel": try Diagram(nodes: nodes(2), links: [link(0, 0, 1), link(1, 0, 1), link(2, 1, 0)])
        case "cycle": try Diagram(nodes: nodes(4), links: (0..<4).map { link($0, $0, ($0 + 1) % 4) })
        case "two components": try SampleDiagrams.twoComponents()
        case "path": try SampleDiagrams.path(5)
        default: try SampleDiagrams.star(leaves: 6)
        }
    }

    @Test(arguments: small, LayoutEngine.allCases) func nothingOverlaps(name: String, engine: LayoutEngine)
        async throws
    {
        let diagram = try Self.diagram(name)
        let drawing = try await diagram.drawing(LayoutOptions(engine: engine, labels: .words, starts: 1))
        expectClear(drawing)
        if [.own, .dot, .automatic].contains(engine) { #expect(drawing.metrics.crossings == 0) }
        #expect(drawing.boxes.count == diagram.nodes.count)
        #expect(drawing.labelBoxes.count == diagram.links.count, "every label has a place")
        for node in diagram.nodes {
            let center = try #require(drawing.center(of: node.id))
            #expect((0...drawing.width).contains(center.x) && (0...drawing.height).contains(center.y))
        }
        #expect(drawing.center(of: "nobody") == nil)
    }

    /// A slow and obvious check of every pair.
    func expectClear(_ drawing: Drawing) {
        let metrics = drawing.metrics
        #expect(metrics.nodeOverlaps == 0 && metrics.labelsOnNodes == 0 && metrics.labelsOnLabels == 0)
        let boxes = drawing.boxes + drawing.labelBoxes
        for (index, one) in boxes.enumerated() {
            for two in boxes[(index + 1)...] {
                let areApart =
                    one.maxX <= two.minX || two.maxX <= one.minX || one.maxY <= two.minY
                    || two.maxY <= one.minY
                #expect(areApart)
            }
        }
    }

    @Test(arguments: [1] as [UInt64]) func aNewsroomNetworkIsLegible(seed: UInt64) async throws {
        let diagram = try SampleDiagrams.network(nodes: 24, links: 36, seed: seed)
        let own = try await diagram.drawing(LayoutOptions(engine: .own, labels: .numbers, starts: 1))
        expectClear(own)
        #expect(own.metrics.linksThroughNodes == 0)
        #expect(own.metrics.effectivePointSize >= 6)
        #expect(own.metrics.reducedLabels == 0)
    }

    @Test func automaticIsNoWorseThanDot() async throws {
        let diagram = try SampleDiagrams.network(nodes: 16, links: 24, seed: 4)
        let best = try await diagram.drawing(LayoutOptions(labels: .numbers, starts: 1))
        let dot = try await diagram.drawing(LayoutOptions(engine: .dot, labels: .numbers, starts: 1))
        expectClear(best)
        #expect(best.metrics.cost <= dot.metrics.cost)
    }

    @Test func sameInputSameDrawing() async throws {
        let diagram = try SampleDiagrams.network(nodes: 12, links: 18, seed: 9)
        for engine in [LayoutEngine.own, .dot, .neato] {
            let options = LayoutOptions(engine: engine, labels: .words, starts: 1)
            let first = try await diagram.drawing(options).svg()
            let second = try await diagram.drawing(options).svg()
            #expect(first == second, "\(engine)")
        }
        let one = try await diagram.drawing(LayoutOptions(engine: .own, starts: 1, seed: 1)).svg()
        let other = try await diagram.drawing(LayoutOptions(engine: .own, starts: 1, seed: 2)).svg()
        #expect(one != other)
    }

    @Test func orderOfInputDoesNotMatter() async throws {
        let diagram = try SampleDiagrams.presidents()
        let turned = try Diagram(
            title: diagram.title,
            subtitle: diagram.subtitle,
            asOf: diagram.asOf,
            nodes: diagram.nodes.reversed(),
            links: diagram.links.reversed(),
            sources: diagram.sources.reversed(),
            notes: diagram.notes
        )
        let options = LayoutOptions(engine: .dot, starts: 1)
        #expect(try await diagram.drawing(options).svg() == turned.drawing(options).svg())
    }

    @Test func manyNodesAreDrawnWithoutLabels() async throws {
        let diagram = try SampleDiagrams.network(nodes: 420, links: 500, seed: 1)
        let drawing = try await diagram.drawing(LayoutOptions(engine: .sfdp, starts: 1))
        #expect(drawing.labels == .none && drawing.labelBoxes.isEmpty)
        #expect(drawing.metrics.nodeOverlaps == 0)
        #expect(drawing.warnings.contains { $0.contains("without labels") })
        #expect(drawing.warnings.contains { $0.contains("pt when the figure fits its page") })
    }

    @Test func aCancelledLayoutSaysSo() async throws {
        let diagram = try SampleDiagrams.presidents()
        let task = Task { () async -> DiagramError? in
            while !Task.isCancelled { await Task.yield() }
            do throws(DiagramError) {
                _ = try await diagram.drawing(LayoutOptions(engine: .own))
                return nil
            } catch {
                return error
            }
        }
        task.cancel()
        #expect(await task.value?.code == .cancelled)
    }

    @Test func layoutsRunSideBySide() async throws {
        let diagram = try SampleDiagrams.presidents()
        let results = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<6 {
                group.addTask { try await diagram.drawing(LayoutOptions(engine: .dot, starts: 1)).svg() }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(results.count == 1)
    }
}
