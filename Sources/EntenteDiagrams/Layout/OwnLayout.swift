/// Entente's own layout: each component by stress and then by a search, the components packed onto the page.
///
/// Deterministic: the same problem and seed give the same positions on every machine, since nothing but additions,
/// products, quotients and square roots is used.
enum OwnLayout {
    /// The centres of the boxes.
    ///
    /// - Parameter starting: Positions to improve instead of those of stress.
    /// - Throws: ``DiagramError`` with `cancelled`.
    static func positions(
        of problem: LayoutProblem,
        seed: UInt64,
        effort: Double = 1,
        starting: [Point]? = nil
    ) throws(DiagramError) -> [Point] {
        let components = problem.components
        var blocks: [Block] = []
        for nodes in components {
            if Task.isCancelled { throw DiagramError(.cancelled, "the layout was cancelled") }
            var part = problem.restricted(to: nodes)
            if components.count > 1 {
                let share = Double(nodes.count) / Double(problem.sizes.count)
                part.page.height = max(part.page.height * share, 60)
            }
            blocks.append(
                Block(
                    nodes: nodes,
                    part: part,
                    places: try place(
                        part,
                        seed: seed,
                        effort: effort,
                        starting: starting.map { all in nodes.map { all[$0] } }
                    )
                )
            )
        }
        var result = [Point](repeating: .zero, count: problem.sizes.count)
        let offsets = ComponentPacking.offsets(of: blocks.map(\.frame), gap: 34, page: problem.page)
        for (block, offset) in zip(blocks, offsets) {
            for (node, place) in zip(block.nodes, block.places) {
                result[node] = place - block.corner + offset
            }
        }
        return result
    }

    private static func place(
        _ part: LayoutProblem,
        seed: UInt64,
        effort: Double,
        starting: [Point]?
    ) throws(DiagramError) -> [Point] {
        if part.sizes.count == 1 { return [.zero] }
        var places = starting ?? StressLayout.positions(of: part, seed: seed)
        places = OverlapRemoval.separated(places, sizes: part.sizes, gap: 16)
        guard part.sizes.count <= SearchLayout.largestNodeCount else { return places }
        var search = SearchLayout(part, places: places)
        try search.run(seed: seed, effort: effort)
        return OverlapRemoval.separated(search.places, sizes: part.sizes, gap: 8)
    }

    /// A laid-out component with the frame of its boxes and labels.
    private struct Block {
        var nodes: [Int]
        var places: [Point]
        var corner: Point
        var frame: Size

        init(nodes: [Int], part: LayoutProblem, places: [Point]) {
            self.nodes = nodes
            self.places = places
            var frame = Box(center: places[0], size: part.sizes[0])
            for (place, size) in zip(places, part.sizes) {
                frame = frame.union(Box(center: place, size: size))
            }
            for bundle in part.bundles {
                let middle = places[bundle.from].mixed(with: places[bundle.to], at: 0.5)
                frame = frame.union(Box(center: middle, size: bundle.label))
            }
            corner = Point(frame.minX, frame.minY)
            self.frame = Size(width: frame.width, height: frame.height)
        }
    }
}
