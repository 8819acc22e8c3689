/// The edges of a graph, grouped so that two edges are together when a cycle runs through both.
public struct BiconnectedComponents: Hashable, Sendable {
    /// For each edge the number of its component, in the order of their first edges; -1 for a loop.
    public let edgeLabels: [Int32]
    /// For each component the number of its edges.
    public let sizes: [Int32]
    /// The vertices whose removal leaves more components than before, ascending.
    public let articulationPoints: [Int32]
    /// The edges whose removal leaves more components than before, ascending.
    public let bridges: [Int32]

    /// The number of components.
    public var count: Int { sizes.count }
}

extension CompactGraph {
    /// Finds where a graph falls apart: biconnected components (blocks), articulation points and bridges.
    ///
    /// Two edges are in the same component when they are the same or a cycle that meets no vertex twice runs
    /// through both. A vertex with edges of two components is an articulation point; a component of one edge
    /// is a bridge.
    ///
    /// *Conventions.* Edges are gone either way, whichever way they point. Parallel edges are a cycle, so
    /// none of them is a bridge; networkx and igraph agree. Loops are in no component. A vertex without edges
    /// but loops is in none either. The empty graph has no component.
    ///
    /// - Parameter control: cancellation; this runs on one thread.
    /// - Throws: ``GraphError`` with `tooLarge` (a directed graph with more than half of ``arcLimit`` edges)
    ///   or `cancelled`.
    /// - Complexity: O(V + E) time and memory, without recursion. Deterministic.
    /// - SeeAlso: Hopcroft, Tarjan (1973), "Algorithm 447: efficient algorithms for graph manipulation",
    ///   [doi:10.1145/362248.362272](https://doi.org/10.1145/362248.362272).
    public func biconnectedComponents(
        control: RunControl = RunControl()
    ) throws(GraphError) -> BiconnectedComponents {
        let search = BlockSearch(vertexCount: vertexCount)
        try orientation(.both).forward.withArcs { (arcs) throws(GraphError) in
            var poll = CancellationPoll(control)
            for root in 0..<vertexCount where search.times[root] == 0 {
                try search.run(from: root, arcs: arcs, poll: &poll)
            }
        }
        // Blocks were numbered as they were completed, 0..<V at most. An edge is in the block of the edge that
        // led to the later one of its ends.
        let numbers = Scratch<Int32>(count: vertexCount, repeating: -1)
        var sizes: [Int32] = []
        let labels = [Int32](unsafeUninitializedCapacity: edgeCount) { labels, initialized in
            for edge in 0..<edgeCount {
                let (source, target) = (Int(edgeSources[edge]), Int(edgeTargets[edge]))
                labels[edge] = -1
                guard source != target else { continue }
                let later = search.times[source] > search.times[target] ? source : target
                let block = Int(search.blocks[later])
                if numbers[block] < 0 {
                    numbers[block] = Int32(truncatingIfNeeded: sizes.count)
                    sizes.append(0)
                }
                labels[edge] = numbers[block]
                sizes[Int(numbers[block])] += 1
            }
            initialized = edgeCount
        }
        return BiconnectedComponents(
            edgeLabels: labels,
            sizes: sizes,
            articulationPoints: (0..<vertexCount).filter { search.isCut[$0] }.map { Int32($0) },
            bridges: (0..<edgeCount).filter { labels[$0] >= 0 && sizes[Int(labels[$0])] == 1 }.map {
                Int32($0)
            }
        )
    }
}

/// A depth-first search that closes a block when it leaves the block's second vertex.
///
/// Blocks are noted by vertex: that of the edge which led to it. So edges need no stack, and most arcs cost
/// one load and one comparison.
private final class BlockSearch {
    /// When each vertex was met, from 1; 0 before.
    let times: Scratch<Int32>
    /// For each vertex but roots the block of the edge that led to it, in the order in which blocks are
    /// closed; -1 before.
    let blocks: Scratch<Int32>
    let isCut: Scratch<Bool>
    /// The vertices above the one at hand: the arc that is next, the edge that led there, and the earliest
    /// vertex that the tree below is known to be tied to, by its time.
    private let path: Scratch<Int32>
    private let cursors: Scratch<Int32>
    private let parentEdges: Scratch<Int32>
    private let lows: Scratch<Int32>
    /// The vertices whose block is open.
    private let open: Scratch<Int32>
    private var openCount = 0
    private var time: Int32 = 0
    private var blockCount: Int32 = 0

    init(vertexCount: Int) {
        times = Scratch(count: vertexCount, repeating: 0)
        blocks = Scratch(count: vertexCount, repeating: -1)
        isCut = Scratch(count: vertexCount, repeating: false)
        path = Scratch(uninitialized: vertexCount)
        cursors = Scratch(uninitialized: vertexCount)
        parentEdges = Scratch(uninitialized: vertexCount)
        lows = Scratch(uninitialized: vertexCount)
        open = Scratch(uninitialized: vertexCount)
    }

    func run(from root: Int, arcs: Arcs, poll: inout CancellationPoll) throws(GraphError) {
        let times = times.buffer
        var (depth, rootBlocks) = (0, 0)
        var vertex = root
        var parentEdge: Int32 = -1
        var (arc, end) = (arcs.range(root).lowerBound, arcs.range(root).upperBound)
        time &+= 1
        times[root] = time
        var low = time
        while true {
            if arc < end {
                let target = Int(arcs.targets[arc])
                let met = times[target]
                // A vertex met later than the earliest that is known tells nothing.
                guard met < low else {
                    arc &+= 1
                    continue
                }
                let edge = arcs.edges[arc]
                arc &+= 1
                guard met == 0 else {
                    // A parallel to the edge that led here is another edge, and a way back.
                    if edge != parentEdge { low = met }
                    continue
                }
                path[depth] = Int32(truncatingIfNeeded: vertex)
                cursors[depth] = Int32(truncatingIfNeeded: arc)
                parentEdges[depth] = parentEdge
                lows[depth] = low
                depth &+= 1
                (vertex, parentEdge) = (target, edge)
                (arc, end) = (arcs.range(target).lowerBound, arcs.range(target).upperBound)
                time &+= 1
                times[target] = time
                low = time
                open[openCount] = Int32(truncatingIfNeeded: target)
                openCount &+= 1
                continue
            }
            try poll.step(arcs.degree(vertex) + 1)
            guard depth > 0 else { break }
            depth &-= 1
            let (child, childLow) = (vertex, low)
            vertex = Int(path[depth])
            parentEdge = parentEdges[depth]
            (arc, end) = (Int(cursors[depth]), arcs.range(vertex).upperBound)
            low = min(lows[depth], childLow)
            if childLow >= times[vertex] {
                close(at: child)
                if depth == 0 { rootBlocks += 1 } else { isCut[vertex] = true }
            }
        }
        isCut[root] = rootBlocks > 1
    }

    /// Takes the vertices from the one given on as a block.
    private func close(at first: Int) {
        while openCount > 0 {
            openCount &-= 1
            let vertex = Int(open[openCount])
            blocks[vertex] = blockCount
            if vertex == first { break }
        }
        blockCount &+= 1
    }
}
