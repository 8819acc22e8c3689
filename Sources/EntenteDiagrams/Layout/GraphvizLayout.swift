internal import CGraphviz
internal import Synchronization

/// Positions from libgraphviz, in process and behind one lock.
///
/// Nodes are boxes of fixed size without labels; only attributes that were found safe are set, and nothing from a
/// diagram's text ever reaches Graphviz: nodes and links are named by their index. Results are read back as text
/// (`agget` after `attach_attrs`), since the fields of Graphviz's structs moved between versions.
enum GraphvizLayout {
    /// What to ask for.
    struct Request: Sendable, Hashable {
        var engine: LayoutEngine
        /// `TB` or `LR`; only for dot.
        var rankdir = "TB"
        /// The start for random positions, and the order in which nodes and links are handed over; 0 keeps the order.
        var seed: UInt64 = 0
        /// Curves around the boxes, for graphs of up to 120 nodes.
        var isCurved = true
    }

    /// What came back; a node or link without a position is nil.
    struct Answer: Sendable {
        var places: [Point?]
        var routes: [Route?]
    }

    /// libgraphviz keeps state in globals: two threads in it at once end the process.
    private static let lock = Mutex<Void>(())

    /// Asks an engine.
    ///
    /// - Throws: ``DiagramError`` with `graphviz` and Graphviz's own words.
    static func answer(_ request: Request, for plan: DrawingPlan) throws(DiagramError) -> Answer {
        let outcome: Result<Answer, DiagramError> = lock.withLock { _ in
            do throws(DiagramError) {
                return .success(try run(request, plan))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    /// The version of the library, such as "2.43.0".
    static var version: String {
        lock.withLock { _ in
            guard let context = gvContext() else { return "unknown" }
            defer { gvFreeContext(context) }
            return entente_graphviz_version(context).map { String(cString: $0) } ?? "unknown"
        }
    }

    private static func run(_ request: Request, _ plan: DrawingPlan) throws(DiagramError) -> Answer {
        GraphvizErrors.begin()
        guard let context = gvContext() else { throw failure(request, "no context") }
        defer { gvFreeContext(context) }
        guard let graph = withText("entente", entente_open_directed) else {
            throw failure(request, "no graph")
        }
        defer { agclose(graph) }
        let handles = build(request, plan, in: graph)
        let status = withText(request.engine.rawValue) { gvLayout(context, graph, $0) }
        guard status == 0 else { throw failure(request, "the layout failed") }
        defer { gvFreeLayout(context, graph) }
        attach_attrs(graph)
        if entente_take_error_count() > 0 { throw failure(request, "the layout failed") }
        return read(handles, from: graph, curved: request.isCurved)
    }

    private static func failure(_ request: Request, _ fallback: String) -> DiagramError {
        _ = entente_take_error_count()
        let text = SafeText.line(GraphvizErrors.take(), limit: 300)
        var message = "Graphviz (\(request.engine.rawValue)): \(text.isEmpty ? fallback : text)"
        if text.contains("not recognized") {
            message += "; its plugins are missing: install graphviz, or run `dot -c`"
        }
        return DiagramError(.graphviz, message)
    }
}

// MARK: - Building and reading

extension GraphvizLayout {
    private struct Handles {
        var nodes: [UnsafeMutablePointer<Agnode_t>?] = []
        var links: [UnsafeMutablePointer<Agedge_t>?] = []
    }

    /// A C string for the time of a call: cgraph takes `char *` and copies it.
    private static func withText<Result>(_ text: String, _ body: (UnsafeMutablePointer<CChar>) -> Result)
        -> Result
    {
        var bytes = Array(text.utf8CString)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            // Never empty, since a C string has at least its end mark.
            body(buffer.baseAddress!)
        }
    }

    private static func withTexts<Result>(
        _ first: String,
        _ second: String,
        _ body: (UnsafeMutablePointer<CChar>, UnsafeMutablePointer<CChar>) -> Result
    ) -> Result {
        withText(first) { one in withText(second) { two in body(one, two) } }
    }

    private static func build(
        _ request: Request,
        _ plan: DrawingPlan,
        in graph: UnsafeMutablePointer<Agraph_t>
    ) -> Handles {
        for (name, value) in graphAttributes(request, plan) {
            _ = withTexts(name, value) { entente_declare_graph_attribute(graph, $0, $1) }
        }
        for (name, value) in [
            ("shape", "box"), ("fixedsize", "true"), ("label", ""), ("width", ".5"), ("height", ".4"),
        ] {
            _ = withTexts(name, value) { entente_declare_node_attribute(graph, $0, $1) }
        }
        for (name, value) in [("dir", "none"), ("len", "1")] {
            _ = withTexts(name, value) { entente_declare_edge_attribute(graph, $0, $1) }
        }
        var handles = Handles(
            nodes: .init(repeating: nil, count: plan.nodes.count),
            links: .init(repeating: nil, count: plan.links.count)
        )
        var generator = SplitMix64(seed: request.seed)
        let nodeOrder =
            request.seed == 0 ? Array(plan.nodes.indices) : generator.permutation(of: plan.nodes.count)
        let linkOrder =
            request.seed == 0 ? Array(plan.links.indices) : generator.permutation(of: plan.links.count)
        for index in nodeOrder {
            guard let node = withText("n\(index)", { entente_add_node(graph, $0) }) else { continue }
            let size = plan.nodes[index].size
            _ = withTexts("width", inches(size.width)) { entente_set_node(node, $0, $1) }
            _ = withTexts("height", inches(size.height)) { entente_set_node(node, $0, $1) }
            handles.nodes[index] = node
        }
        let length = inches(StressLayout.idealLength(of: LayoutProblem(plan, page: .zero)))
        for index in linkOrder {
            let link = plan.links[index]
            guard let tail = handles.nodes[link.from], let head = handles.nodes[link.to],
                let edge = withText("e\(index)", { entente_add_edge(graph, tail, head, $0) })
            else { continue }
            _ = withTexts("len", length) { entente_set_edge(edge, $0, $1) }
            handles.links[index] = edge
        }
        return handles
    }

    private static func graphAttributes(_ request: Request, _ plan: DrawingPlan) -> [(String, String)] {
        var attributes = [("splines", request.isCurved ? "true" : "line")]
        if request.engine == .dot {
            let forms = plan.links.compactMap(\.forms.first)
            let count = Double(max(forms.count, 1))
            let height = forms.reduce(0) { $0 + $1.size.height } / count
            let width = forms.reduce(0) { $0 + $1.size.width } / count
            let isUpright = request.rankdir == "TB"
            attributes += [
                ("rankdir", request.rankdir),
                ("nodesep", inches(isUpright ? 14 + width / 6 : 12 + height / 3)),
                ("ranksep", inches(isUpright ? 30 + height : 28 + width)),
            ]
            // Above a hundred nodes the exact network simplex takes most of the time and gains little.
            if plan.nodes.count > 100 {
                attributes += [("nslimit", "2"), ("nslimit1", "2"), ("maxiter", "8"), ("mclimit", ".5")]
            }
        } else {
            attributes += [("overlap", "prism"), ("sep", "+8")]
            attributes.append(("start", String(request.seed % 100_000 + 1)))
        }
        return attributes
    }

    /// Points as inches with four decimals, with "." as the decimal point in every locale.
    private static func inches(_ points: Double) -> String {
        let units = Int((max(points, 0) / 72 * 10_000).rounded())
        let fraction = String(units % 10_000)
        return "\(units / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction
    }

    private static func read(
        _ handles: Handles,
        from graph: UnsafeMutablePointer<Agraph_t>,
        curved: Bool
    ) -> Answer {
        let places = handles.nodes.map { node -> Point? in
            guard let node, let text = withText("pos", { entente_get_node(node, $0) }) else { return nil }
            return point(String(cString: text)[...])
        }
        let routes = handles.links.map { link -> Route? in
            guard let link, let text = withText("pos", { entente_get_edge(link, $0) }) else { return nil }
            return route(String(cString: text))
        }
        return Answer(places: places, routes: routes)
    }

    /// "x,y" with y turned to grow downwards.
    static func point(_ text: Substring) -> Point? {
        let parts = text.split(separator: ",")
        guard parts.count >= 2, let x = Double(parts[0]), let y = Double(parts[1]) else { return nil }
        let point = Point(x, -y)
        return point.isFinite && abs(x) < 1e7 && abs(y) < 1e7 ? point : nil
    }

    /// A spline, "[s,x,y] [e,x,y] p0 c c p1 c c p2 …"; nil where it is empty, in several parts or malformed.
    static func route(_ text: String) -> Route? {
        guard !text.contains(";") else { return nil }
        var points: [Point] = []
        for part in text.split(whereSeparator: \.isWhitespace) {
            if part.hasPrefix("s,") || part.hasPrefix("e,") { continue }
            guard let point = point(part) else { return nil }
            points.append(point)
        }
        guard points.count >= 4, points.count % 3 == 1 else { return nil }
        var route = Route(start: points[0], pieces: [])
        for index in stride(from: 1, to: points.count, by: 3) {
            let start = points[index - 1]
            let (first, second, end) = (points[index], points[index + 1], points[index + 2])
            let chord = (end - start).unit
            let isStraight = abs(chord.cross(first - start)) < 0.3 && abs(chord.cross(second - start)) < 0.3
            route.pieces.append(
                isStraight
                    ? .straight(from: start, to: end)
                    : Route.Piece(first: first, second: second, end: end, isStraight: false)
            )
        }
        return route
    }
}
