/// The vertices by weak component, the largest first, and in it by strong component, each before those that it
/// leads to.
struct ComponentOrder {
    let vertices: [Int32]
    /// The places of each weak component's vertices.
    let weak: [Range<Int>]
    /// The strong component of each vertex; in an undirected graph the weak one.
    let labels: [Int32]
    /// The number of strong components.
    let strongCount: Int

    init(of graph: CompactGraph, control: RunControl) throws(GraphError) {
        let strong = try graph.strongComponents(control: control)
        let whole = graph.isDirected ? try graph.weakComponents(control: control) : strong
        let sequence = Self.topological(graph, strong)
        // Where the vertices of each weak component begin, and in it of each strong one.
        var places = [Int](repeating: 0, count: whole.count)
        var (ranges, place): ([Range<Int>], Int) = ([], 0)
        for label in (0..<whole.count).sorted(by: { (whole.sizes[$1], $0) < (whole.sizes[$0], $1) }) {
            places[label] = place
            ranges.append(place..<place + Int(whole.sizes[label]))
            place += Int(whole.sizes[label])
        }
        var wholeOf = [Int](repeating: 0, count: strong.count)
        for vertex in 0..<graph.vertexCount {
            wholeOf[Int(strong.labels[vertex])] = Int(whole.labels[vertex])
        }
        var cursors = [Int](repeating: 0, count: strong.count)
        for component in sequence {
            cursors[component] = places[wholeOf[component]]
            places[wholeOf[component]] += Int(strong.sizes[component])
        }
        var vertices = [Int32](repeating: 0, count: graph.vertexCount)
        for vertex in 0..<graph.vertexCount {
            let component = Int(strong.labels[vertex])
            vertices[cursors[component]] = Int32(truncatingIfNeeded: vertex)
            cursors[component] += 1
        }
        self.vertices = vertices
        weak = ranges
        labels = strong.labels
        strongCount = strong.count
    }

    /// The strong components, each before those that it leads to (Kahn).
    private static func topological(_ graph: CompactGraph, _ strong: Components) -> [Int] {
        guard graph.isDirected else { return Array(0..<strong.count) }
        // The edges between components, by the component that they leave.
        var (offsets, waiting) = (
            [Int](repeating: 0, count: strong.count + 1), [Int](repeating: 0, count: strong.count)
        )
        for edge in 0..<graph.edgeCount {
            let from = Int(strong.labels[Int(graph.edgeSources[edge])])
            let to = Int(strong.labels[Int(graph.edgeTargets[edge])])
            guard from != to else { continue }
            offsets[from + 1] += 1
            waiting[to] += 1
        }
        for component in 0..<strong.count { offsets[component + 1] += offsets[component] }
        var heads = [Int32](repeating: 0, count: offsets[strong.count])
        var cursors = offsets
        for edge in 0..<graph.edgeCount {
            let from = Int(strong.labels[Int(graph.edgeSources[edge])])
            let to = strong.labels[Int(graph.edgeTargets[edge])]
            guard from != Int(to) else { continue }
            heads[cursors[from]] = to
            cursors[from] += 1
        }
        var sequence = (0..<strong.count).filter { waiting[$0] == 0 }
        var next = 0
        while next < sequence.count {
            let component = sequence[next]
            next += 1
            for position in offsets[component]..<offsets[component + 1] {
                let head = Int(heads[position])
                waiting[head] -= 1
                if waiting[head] == 0 { sequence.append(head) }
            }
        }
        return sequence
    }
}
