/// A heap of vertices with a distance each, the nearest on top, whose distances can be lowered.
///
/// Four children a node halve the depth of a binary heap, and the keys lie beside the vertices, so a step
/// down reads one or two cache lines. No vertex is in it twice.
struct IndexedHeap: ~Copyable {
    private let keys: Scratch<Double>
    private let vertices: Scratch<Int32>
    /// Where a vertex stands in the heap; -1 where it does not.
    private let positions: Scratch<Int32>
    private(set) var count = 0

    init(vertexCount: Int) {
        keys = Scratch(count: vertexCount, repeating: 0)
        vertices = Scratch(count: vertexCount, repeating: 0)
        positions = Scratch(count: vertexCount, repeating: -1)
    }

    var isEmpty: Bool { count == 0 }
    var leastKey: Double { keys[0] }

    /// Puts a vertex in, or lowers the distance of one that is there.
    mutating func push(_ vertex: Int, key: Double) {
        var position = Int(positions[vertex])
        if position < 0 {
            position = count
            count &+= 1
        }
        while position > 0 {
            let parent = (position &- 1) >> 2
            guard key < keys[parent] else { break }
            move(from: parent, to: position)
            position = parent
        }
        put(vertex, key, at: position)
    }

    /// Takes the nearest vertex out.
    mutating func pop() -> Int {
        let top = Int(vertices[0])
        positions[top] = -1
        count &-= 1
        guard count > 0 else { return top }
        let (vertex, key) = (Int(vertices[count]), keys[count])
        var position = 0
        while true {
            let first = position << 2 &+ 1
            guard first < count else { break }
            var least = first
            for child in (first &+ 1)..<max(first &+ 1, min(first &+ 4, count))
            where keys[child] < keys[least] {
                least = child
            }
            guard keys[least] < key else { break }
            move(from: least, to: position)
            position = least
        }
        put(vertex, key, at: position)
        return top
    }

    mutating func removeAll() {
        for position in 0..<count { positions[Int(vertices[position])] = -1 }
        count = 0
    }

    private func move(from: Int, to: Int) {
        put(Int(vertices[from]), keys[from], at: to)
    }

    private func put(_ vertex: Int, _ key: Double, at position: Int) {
        keys[position] = key
        vertices[position] = Int32(truncatingIfNeeded: vertex)
        positions[vertex] = Int32(truncatingIfNeeded: position)
    }
}
