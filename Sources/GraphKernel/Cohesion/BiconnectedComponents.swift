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
        let blocks = try orientation(.both).forward.withArcs { (arcs) throws(GraphError) in
            var search = BlockSearch(vertexCount: vertexCount, edgeCount: edgeCount)
            var poll = CancellationPoll(control)
            for root in 0..<vertexCount where search.times[root] == 0 {
                try search.run(from: root, arcs: arcs, poll: &poll)
            }
            return (labels: search.blocks.array(), isCut: search.isCut.array())
        }
        // Blocks were numbered as they were completed.
        var numbers = [Int32](repeating: -1, count: edgeCount)
        var labels = [Int32](repeating: -1, count: edgeCount)
        var sizes: [Int32] = []
        for edge in 0..<edgeCount where blocks.labels[edge] >= 0 {
            let block = Int(blocks.labels[edge])
            if numbers[block] < 0 {
                numbers[block] = Int32(truncatingIfNeeded: sizes.count)
                sizes.append(0)
            }
            labels[edge] = numbers[block]
            sizes[Int(labels[edge])] += 1
        }
        return BiconnectedComponents(
            edgeLabels: labels,
            sizes: sizes,
            articulationPoints: (0..<vertexCount).filter { blocks.isCut[$0] }.map { Int32($0) },
            bridges: (0..<edgeCount).filter { labels[$0] >= 0 && sizes[Int(labels[$0])] == 1 }.map {
                Int32($0)
            }
        )
    }
}

/// A depth-first search that closes a block when it leaves the block's first vertex.
private struct BlockSearch: ~Copyable {
    /// When each vertex was met, from 1; 0 before.
    let times: Scratch<Int32>
    /// For each edge its block, in the order in which blocks are closed; -1 before.
    let blocks: Scratch<Int32>
    let isCut: Scratch<Bool>
    /// The earliest vertex that the tree below a vertex is tied to, by its time.
    private let low: Scratch<Int32>
    private let cursors: Scratch<Int32>
    private let parentEdges: Scratch<Int32>
    private var path: [Int32] = []
    private var open: [Int32] = []
    private var time: Int32 = 0
    private var blockCount: Int32 = 0

    init(vertexCount: Int, edgeCount: Int) {
        times = Scratch(count: vertexCount, repeating: 0)
        blocks = Scratch(count: edgeCount, repeating: -1)
        isCut = Scratch(count: vertexCount, repeating: false)
        low = Scratch(count: vertexCount, repeating: 0)
        cursors = Scratch(count: vertexCount, repeating: 0)
        parentEdges = Scratch(count: vertexCount, repeating: -1)
    }

    mutating func run(from root: Int, arcs: Arcs, poll: inout CancellationPoll) throws(GraphError) {
        var rootBlocks = 0
        meet(root, over: -1, arcs)
        while let last = path.last {
            let vertex = Int(last)
            guard cursors[vertex] < arcs.offsets[vertex + 1] else {
                path.removeLast()
                try poll.step(arcs.degree(vertex) + 1)
                guard let last = path.last else { break }
                let parent = Int(last)
                low[parent] = min(low[parent], low[vertex])
                if low[vertex] >= times[parent] {
                    close(at: parentEdges[vertex])
                    if parent == root { rootBlocks += 1 } else { isCut[parent] = true }
                }
                continue
            }
            let arc = Int(cursors[vertex])
            cursors[vertex] += 1
            let (target, edge) = (Int(arcs.targets[arc]), arcs.edges[arc])
            // A parallel to the edge that led here is another edge, and a way back.
            guard target != vertex, edge != parentEdges[vertex] else { continue }
            if times[target] == 0 {
                open.append(edge)
                meet(target, over: edge, arcs)
            } else if times[target] < times[vertex] {
                open.append(edge)
                low[vertex] = min(low[vertex], times[target])
            }
        }
        isCut[root] = rootBlocks > 1
    }

    private mutating func meet(_ vertex: Int, over edge: Int32, _ arcs: Arcs) {
        time += 1
        times[vertex] = time
        low[vertex] = time
        cursors[vertex] = arcs.offsets[vertex]
        parentEdges[vertex] = edge
        path.append(Int32(truncatingIfNeeded: vertex))
    }

    /// Takes all edges from the one given on as a block.
    private mutating func close(at first: Int32) {
        while let edge = open.popLast() {
            blocks[Int(edge)] = blockCount
            if edge == first { break }
        }
        blockCount += 1
    }
}
