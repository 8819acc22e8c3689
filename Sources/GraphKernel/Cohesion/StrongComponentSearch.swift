/// Pearce's search for strong components, on a stack of its own.
///
/// One word a vertex says all that an arc needs to know, so most arcs cost one load and one comparison.
struct StrongComponentSearch: ~Copyable {
    /// 0 before a vertex is met; then when it was met, from 1; once it is left, the earliest vertex that it
    /// is known to reach; and once its component is closed, a number beyond all of these.
    let states: Scratch<UInt32>
    private let arcs: Arcs
    /// The vertices from the root to the one at hand; for each, the arc it waits for and its earliest vertex.
    private let path: Scratch<Int32>
    private let cursors: Scratch<Int32>
    private let lows: Scratch<UInt32>
    /// The vertices that were left and whose component is open.
    private let open: Scratch<Int32>
    private var openCount = 0
    private var time: UInt32 = 0
    private let firstComponent: UInt32
    private var componentCount: UInt32 = 0

    init(arcs: Arcs) {
        self.arcs = arcs
        let count = arcs.vertexCount
        states = Scratch(count: count, repeating: 0)
        path = Scratch(count: count, repeating: 0)
        cursors = Scratch(count: count, repeating: 0)
        lows = Scratch(count: count, repeating: 0)
        open = Scratch(count: count, repeating: 0)
        firstComponent = UInt32(count) + 1
    }

    /// Closes the components of all vertices that a root leads to.
    mutating func run(from root: Int, poll: inout CancellationPoll) throws(GraphError) {
        var depth = 0
        var vertex = root
        var (arc, end) = (Int(arcs.offsets[vertex]), Int(arcs.offsets[vertex &+ 1]))
        time &+= 1
        states[vertex] = time
        var low = time
        while true {
            if arc < end {
                let target = Int(arcs.targets[arc])
                let state = states[target]
                // A vertex met later, or of a closed component, tells nothing.
                guard state < low else {
                    arc &+= 1
                    continue
                }
                guard state == 0 else {
                    low = state
                    arc &+= 1
                    continue
                }
                // The arc is looked at again when the target is left, and then takes over what it reaches.
                path[depth] = Int32(truncatingIfNeeded: vertex)
                cursors[depth] = Int32(truncatingIfNeeded: arc)
                lows[depth] = low
                depth &+= 1
                vertex = target
                (arc, end) = (Int(arcs.offsets[vertex]), Int(arcs.offsets[vertex &+ 1]))
                time &+= 1
                states[vertex] = time
                low = time
                continue
            }
            leave(vertex, low: low)
            try poll.step(arcs.degree(vertex) + 1)
            guard depth > 0 else { return }
            depth &-= 1
            vertex = Int(path[depth])
            arc = Int(cursors[depth])
            end = Int(arcs.offsets[vertex &+ 1])
            low = lows[depth]
        }
    }

    /// Closes the component whose first vertex this is, or leaves the vertex for a component to come.
    private mutating func leave(_ vertex: Int, low: UInt32) {
        guard low == states[vertex] else {
            states[vertex] = low
            open[openCount] = Int32(truncatingIfNeeded: vertex)
            openCount &+= 1
            return
        }
        let component = firstComponent &+ componentCount
        componentCount &+= 1
        states[vertex] = component
        while openCount > 0, states[Int(open[openCount &- 1])] >= low {
            openCount &-= 1
            states[Int(open[openCount])] = component
        }
    }

    /// For each vertex the number of its component, in the order in which they were closed; lent until the
    /// search ends.
    func components() -> UnsafeMutableBufferPointer<Int32> {
        for vertex in 0..<states.count {
            open[vertex] = Int32(truncatingIfNeeded: states[vertex] &- firstComponent)
        }
        return open.buffer
    }
}
