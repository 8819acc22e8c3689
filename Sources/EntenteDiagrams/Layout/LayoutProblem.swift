/// What a layout has to place: boxes, bundles of links between them, and the room their labels need.
struct LayoutProblem: Sendable {
    /// The links between one pair of nodes, drawn side by side.
    struct Bundle: Sendable {
        var from: Int
        var to: Int
        /// The room for the labels of all of them, above one another.
        var label: Size
        /// How much of the line has to show beside the label: enough for a head, or for a few dashes.
        var clearance: Double
        var count: Int
    }

    var sizes: [Size]
    /// No loops: those are drawn beside their node.
    var bundles: [Bundle]
    /// The area that the drawing should fit.
    var page: Size

    /// The problem of a plan on a page.
    init(_ plan: DrawingPlan, page: Size) {
        sizes = plan.nodes.map(\.size)
        self.page = page
        var loops: [Int: Int] = [:]
        bundles = []
        for bundle in plan.bundles {
            let first = plan.links[bundle[0]]
            if first.from == first.to {
                loops[first.from] = bundle.count
                continue
            }
            var label = Size.zero
            var clearance = 26.0
            for index in bundle {
                let link = plan.diagram.links[index]
                clearance = max(
                    clearance,
                    (link.isDirected ? 30 : 26) + (link.shownSupport == .stated ? 0 : 8)
                )
                guard let form = plan.links[index].forms.first else { continue }
                label.width = max(label.width, form.size.width)
                label.height += form.size.height + (label.height > 0 ? 3 : 0)
            }
            bundles.append(
                Bundle(
                    from: min(first.from, first.to),
                    to: max(first.from, first.to),
                    label: label,
                    clearance: clearance,
                    count: bundle.count
                )
            )
        }
        // A loop is drawn above its node; the box that is placed includes it on both sides, to stay centred.
        for (node, count) in loops.sorted(by: { $0.key < $1.key }) {
            sizes[node].height += 2 * LoopShape.reach(count: count)
        }
    }

    init(sizes: [Size], bundles: [Bundle], page: Size) {
        self.sizes = sizes
        self.bundles = bundles
        self.page = page
    }

    /// The connected components, each as sorted node indices, the largest first and then by their smallest node.
    var components: [[Int]] {
        var root = Array(sizes.indices)
        func find(_ node: Int) -> Int {
            var node = node
            while root[node] != node {
                root[node] = root[root[node]]
                node = root[node]
            }
            return node
        }
        for bundle in bundles {
            let (left, right) = (find(bundle.from), find(bundle.to))
            if left != right { root[max(left, right)] = min(left, right) }
        }
        var members: [Int: [Int]] = [:]
        for node in sizes.indices { members[find(node), default: []].append(node) }
        return members.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }

    /// The part of the problem with some nodes; their indices become 0, 1, 2, …
    func restricted(to nodes: [Int]) -> LayoutProblem {
        var places: [Int: Int] = [:]
        for (place, node) in nodes.enumerated() { places[node] = place }
        var kept: [Bundle] = []
        for bundle in bundles {
            guard let from = places[bundle.from], let to = places[bundle.to] else { continue }
            var part = bundle
            part.from = from
            part.to = to
            kept.append(part)
        }
        return LayoutProblem(sizes: nodes.map { sizes[$0] }, bundles: kept, page: page)
    }

    /// For each node the bundles at it.
    var incidence: [[Int]] {
        var result = [[Int]](repeating: [], count: sizes.count)
        for (index, bundle) in bundles.enumerated() {
            result[bundle.from].append(index)
            result[bundle.to].append(index)
        }
        return result
    }

    /// The number of links on a shortest path from one node to each; -1 where there is none.
    func distances(from source: Int, incidence: [[Int]]) -> [Int] {
        var distance = [Int](repeating: -1, count: sizes.count)
        distance[source] = 0
        var queue = [source]
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            for index in incidence[node] {
                let bundle = bundles[index]
                let next = bundle.from == node ? bundle.to : bundle.from
                if distance[next] < 0 {
                    distance[next] = distance[node] + 1
                    queue.append(next)
                }
            }
        }
        return distance
    }
}
