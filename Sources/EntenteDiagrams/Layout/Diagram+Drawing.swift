extension Diagram {
    /// Lays the diagram out.
    ///
    /// Several starts are tried, and the one with the lowest ``DiagramMetrics/cost`` is taken; among equals the first.
    /// An engine of Graphviz that gives no answer is replaced by Entente's own layout, and the drawing says so in its
    /// ``Drawing/warnings``.
    ///
    /// *Determinism*: one diagram and one set of options give one drawing; those with Graphviz's positions depend on
    /// its version, those of ``LayoutEngine/own`` on nothing else.
    ///
    /// - Throws: ``DiagramError`` with `cancelled`.
    /// - Complexity: up to 150 nodes about n · 3000 moves a start; beyond that see ``LayoutEngine``.
    public func drawing(_ options: LayoutOptions = LayoutOptions()) async throws(DiagramError) -> Drawing {
        // Beyond 400 nodes or 600 links nothing written on a line could be read.
        let isCrowded = nodes.count > 400 || links.count > 600
        let allowed: LinkLabels = isCrowded ? .none : options.labels
        switch allowed {
        case .automatic:
            // Boxes and labels that cover more than the page at six points cannot become legible: no need to try.
            let starts = LayoutStarts(self, labels: .words, options)
            guard starts.mayBeLegible else { return try await best(with: .numbers, options) }
            let words = try await best(with: .words, options)
            if words.metrics.effectivePointSize >= Self.legiblePointSize { return words }
            let numbers = try await best(with: .numbers, options)
            let gain = numbers.metrics.effectivePointSize - words.metrics.effectivePointSize
            return gain > 0.1 ? numbers : words
        default:
            let drawing = try await best(with: allowed, options)
            if allowed == options.labels || links.isEmpty { return drawing }
            return drawing.warning([
                "links are drawn without labels: \(nodes.count) nodes and \(links.count) links are too many for them"
            ])
        }
    }

    /// Draws the diagram with its nodes at given centres, in points with y downwards: for figures that share positions.
    ///
    /// - Parameters:
    ///   - centers: A centre for every node; other ids are ignored.
    ///   - labels: What is written on the links; `automatic` means words.
    /// - Throws: ``DiagramError`` with `invalidValue` where a centre is missing or no finite number.
    public func drawing(
        at centers: [String: (x: Double, y: Double)],
        labels: LinkLabels = .words,
        page: DiagramPage = .letter
    ) throws(DiagramError) -> Drawing {
        var places: [Point] = []
        for node in nodes {
            guard let center = centers[node.id], abs(center.x) < 1e7, abs(center.y) < 1e7 else {
                throw DiagramError(.invalidValue, "node \"\(node.id)\" has no usable centre")
            }
            places.append(Point(center.x, center.y))
        }
        let plan = DrawingPlan(self, labels: labels == .automatic ? .words : labels)
        return Drawing(plan, engine: .own, places: places, page: page)
    }

    /// Below this size of type, in points, a figure is warned about.
    public static let legiblePointSize = 6.0

    private func best(with labels: LinkLabels, _ options: LayoutOptions) async throws(DiagramError) -> Drawing
    {
        let starts = LayoutStarts(self, labels: labels, options)
        let outcomes = await starts.run()
        var best: Drawing?
        var failures: [String] = []
        for outcome in outcomes {
            switch outcome {
            case .success(let drawing):
                if let known = best, known.metrics.cost <= drawing.metrics.cost { continue }
                best = drawing
            case .failure(let error):
                if error.code == .cancelled { throw error }
                if !failures.contains(error.message) { failures.append(error.message) }
            }
        }
        if let best {
            return best.warning(Self.warnings(for: best, asked: options.engine, failures: failures))
        }
        let own = try starts.ownDrawing(seed: options.seed)
        return own.warning(Self.warnings(for: own, asked: options.engine, failures: failures))
    }

    private static func warnings(for drawing: Drawing, asked: LayoutEngine, failures: [String]) -> [String] {
        var warnings = failures.map { "\($0); another layout was used" }
        let size = drawing.metrics.effectivePointSize
        if size < legiblePointSize {
            let tenths = (size * 10).rounded() / 10
            warnings.append(
                "the smallest type is \(tenths) pt when the figure fits its page; cut it to read it in print"
            )
        }
        let reduced = drawing.metrics.reducedLabels
        if reduced > 0, drawing.labels == .words {
            warnings.append(
                "\(reduced) of \(drawing.diagram.links.count) link labels had no room for their words"
            )
        }
        return warnings
    }
}

/// The starts of a layout: what is tried, in which order, and running them.
struct LayoutStarts: Sendable {
    let plan: DrawingPlan
    let problem: LayoutProblem
    let options: LayoutOptions

    private enum Start: Sendable {
        case own(seed: UInt64)
        case graphviz(GraphvizLayout.Request)
    }

    init(_ diagram: Diagram, labels: LinkLabels, _ options: LayoutOptions) {
        plan = DrawingPlan(diagram, labels: labels)
        self.options = options
        // What the frame around the drawing leaves of the page.
        let margin = 2 * FigureFrame.margin + 4
        let width = options.page.width - margin
        let frame = FigureFrame(plan, drawing: Size(width: width, height: 0))
        let height = max(options.page.height - frame.size.height - 4, options.page.height / 3)
        problem = LayoutProblem(plan, page: Size(width: width, height: height))
    }

    /// Whether shapes and labels, with the least space around them, cover no more than the page does when it is shown
    /// at the smallest legible size.
    var mayBeLegible: Bool {
        var area = 0.0
        for size in problem.sizes { area += (size.width + 16) * (size.height + 16) }
        for bundle in problem.bundles { area += (bundle.label.width + 6) * (bundle.label.height + 10) }
        let enlargement = DrawingPlan.TypeSize.smallest / Diagram.legiblePointSize
        return area <= problem.page.width * problem.page.height * enlargement * enlargement
    }

    /// The outcome of every start, in the order of the starts.
    func run() async -> [Result<Drawing, DiagramError>] {
        let starts = starts
        return await withTaskGroup(of: (Int, Result<Drawing, DiagramError>).self) { group in
            for (index, start) in starts.enumerated() {
                group.addTask { (index, outcome(of: start)) }
            }
            var outcomes: [(Int, Result<Drawing, DiagramError>)] = []
            for await outcome in group { outcomes.append(outcome) }
            return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private var starts: [Start] {
        let count = plan.nodes.count
        let seeds = { (number: Int) in (0..<UInt64(max(number, 1))).map { options.seed &+ $0 } }
        switch options.engine {
        case .own:
            return seeds(options.starts ?? (count <= 40 ? 6 : count <= 80 ? 3 : 1)).map { .own(seed: $0) }
        case .automatic:
            if count > 400 { return graphviz(.sfdp, seeds(1)) }
            if count > 150 { return graphviz(.neato, seeds(1)) + graphviz(.sfdp, seeds(2)) }
            let own = seeds(options.starts ?? (count <= 40 ? 6 : count <= 80 ? 3 : 1)).map {
                Start.own(seed: $0)
            }
            // Layers are of no use to a dense graph, and finding them takes minutes.
            let layered = plan.links.count <= 250 ? graphviz(.dot, seeds(2)) : []
            return own + layered + graphviz(.neato, seeds(2))
        default:
            return graphviz(
                options.engine,
                seeds(options.starts ?? (count <= 120 ? 8 : count <= 400 ? 2 : 1))
            )
        }
    }

    private func graphviz(_ engine: LayoutEngine, _ seeds: [UInt64]) -> [Start] {
        // Routing curves takes most of the time of a large layout, and of a dense one nearly all.
        let isCurved = plan.nodes.count <= 120 && plan.links.count <= 250
        guard engine == .dot else {
            return seeds.map {
                .graphviz(GraphvizLayout.Request(engine: engine, seed: $0, isCurved: isCurved))
            }
        }
        // The first start of each direction keeps the diagram's own order.
        return seeds.enumerated().flatMap { index, seed in
            ["TB", "LR"].map { rankdir in
                let order = index == 0 ? 0 : seed
                return .graphviz(
                    GraphvizLayout.Request(engine: .dot, rankdir: rankdir, seed: order, isCurved: isCurved)
                )
            }
        }
    }

    private func outcome(of start: Start) -> Result<Drawing, DiagramError> {
        do throws(DiagramError) {
            if Task.isCancelled { throw DiagramError(.cancelled, "the layout was cancelled") }
            switch start {
            case .own(let seed): return .success(try ownDrawing(seed: seed))
            case .graphviz(let request): return .success(try graphvizDrawing(request))
            }
        } catch {
            return .failure(error)
        }
    }

    func ownDrawing(seed: UInt64) throws(DiagramError) -> Drawing {
        let places = try OwnLayout.positions(of: problem, seed: seed)
        return Drawing(plan, engine: .own, places: places, page: options.page)
    }

    private func graphvizDrawing(_ request: GraphvizLayout.Request) throws(DiagramError) -> Drawing {
        let answer = try GraphvizLayout.answer(request, for: plan)
        var places: [Point] = []
        for (index, place) in answer.places.enumerated() {
            guard let place else {
                throw DiagramError(
                    .graphviz,
                    "Graphviz (\(request.engine.rawValue)) placed \(index) of "
                        + "\(answer.places.count) nodes"
                )
            }
            places.append(place)
        }
        let free = OverlapRemoval.separated(places, sizes: problem.sizes, gap: 4)
        // Boxes that had to be moved have lost the curves that were drawn around them.
        let routes = free == places && request.isCurved ? answer.routes : nil
        return Drawing(plan, engine: request.engine, places: free, given: routes, page: options.page)
    }
}
