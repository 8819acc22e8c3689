/// The memory of breadth-first searches in one graph, used again from source to source.
struct BreadthFirstSearcher: ~Copyable {
    let distances: Scratch<Int32>
    let parents: Scratch<Int32>
    /// The vertices reached, and one entry that means nothing.
    private let queue: Scratch<Int32>
    private let frontier: Scratch<UInt64>
    private let nextFrontier: Scratch<UInt64>
    /// The vertices that are not reached and that arcs lead to.
    private let candidates: Scratch<UInt64>

    init(vertexCount: Int) {
        distances = Scratch(uninitialized: vertexCount)
        parents = Scratch(uninitialized: vertexCount)
        queue = Scratch(uninitialized: vertexCount + 1)
        frontier = Scratch(uninitialized: (vertexCount + 63) / 64)
        nextFrontier = Scratch(uninitialized: (vertexCount + 63) / 64)
        candidates = Scratch(uninitialized: (vertexCount + 63) / 64)
    }

    /// Fills ``distances`` and ``parents`` and returns the number of vertices at each distance.
    func run(
        from source: Int,
        forward: Arcs,
        backward: Arcs,
        maximumDepth: Int = .max,
        control: RunControl
    ) throws(GraphError) -> [Int] {
        distances.buffer.update(repeating: -1)
        parents.buffer.update(repeating: -1)
        var poll = CancellationPoll(control)
        distances[source] = 0
        queue[0] = Int32(truncatingIfNeeded: source)
        var levelSizes = [1]
        var level = 0..<1
        // Arcs of the vertices not yet reached, and arcs of the frontier: Beamer's two quantities.
        var unexplored = forward.arcCount
        var ahead = forward.degree(source)
        while !level.isEmpty, levelSizes.count <= maximumDepth {
            try poll.step(ahead + level.count)
            // The second condition keeps a long path, whose frontier is one vertex, from ending in scans of
            // all vertices.
            if ahead > unexplored / 15, level.count > forward.vertexCount / 4096 {
                let explored: Int
                unexplored -= ahead
                (level, ahead, explored) = bottomUp(
                    level,
                    backward: backward,
                    levelSizes: &levelSizes,
                    maximumDepth: maximumDepth
                )
                unexplored -= explored - ahead
            } else {
                unexplored -= ahead
                let depth = Int32(truncatingIfNeeded: levelSizes.count)
                (level, ahead) = topDown(level, depth: depth, forward: forward)
                if !level.isEmpty { levelSizes.append(level.count) }
            }
        }
        return levelSizes
    }

    /// Reaches the next level from the vertices of this one; returns it and the number of its arcs.
    private func topDown(_ level: Range<Int>, depth: Int32, forward: Arcs) -> (Range<Int>, Int) {
        let (distances, parents, queue) = (distances.buffer, parents.buffer, queue.buffer)
        var end = level.upperBound
        var ahead = 0
        for position in level {
            let vertex = queue[position]
            let first = end
            for arc in forward.range(Int(vertex)) {
                let target = forward.targets[arc]
                // Whether a target is new is too hard to guess for a branch: it is written down in any case
                // and counts if it is. All bits of a distance of -1 are set, none of another's sign.
                let distance = distances[Int(target)]
                let isNew = distance >> 31
                distances[Int(target)] = distance ^ (isNew & (distance ^ depth))
                queue[end] = target
                end &-= Int(isNew)
            }
            for position in first..<end {
                let target = Int(queue[position])
                parents[target] = vertex
                ahead &+= forward.degree(target)
            }
        }
        return (level.upperBound..<end, ahead)
    }

    /// Reaches level after level from the vertices that are still unreached, for as long as levels are large;
    /// returns the last one as a part of the queue, the number of its arcs, and of those of all that were
    /// reached.
    private func bottomUp(
        _ level: Range<Int>,
        backward: Arcs,
        levelSizes: inout [Int],
        maximumDepth: Int
    ) -> (Range<Int>, Int, Int) {
        let (distances, parents, candidates) = (distances.buffer, parents.buffer, candidates.buffer)
        let vertexCount = backward.vertexCount
        var (current, next) = (frontier.buffer, nextFrontier.buffer)
        current.update(repeating: 0)
        for position in level {
            let vertex = Int(queue[position])
            current[vertex >> 6] |= 1 << UInt64(vertex & 63)
        }
        findCandidates(backward)
        var size = level.count
        var previousSize = 0
        var (ahead, explored) = (0, 0)
        var end = level.upperBound
        repeat {
            previousSize = size
            (size, ahead) = (0, 0)
            let depth = Int32(truncatingIfNeeded: levelSizes.count)
            for word in 0..<candidates.count {
                var found: UInt64 = 0
                var left = candidates[word]
                while left != 0 {
                    let bit = left.trailingZeroBitCount
                    left &= left &- 1
                    let vertex = word << 6 | bit
                    for arc in backward.range(vertex) {
                        let before = Int(backward.targets[arc])
                        if current[before >> 6] >> UInt64(truncatingIfNeeded: before & 63) & 1 != 0 {
                            distances[vertex] = depth
                            parents[vertex] = Int32(truncatingIfNeeded: before)
                            found |= 1 << UInt64(truncatingIfNeeded: bit)
                            size &+= 1
                            ahead &+= backward.degree(vertex)
                            break
                        }
                    }
                }
                next[word] = found
                candidates[word] &= ~found
            }
            end += size
            explored += ahead
            if size > 0 { levelSizes.append(size) }
            swap(&current, &next)
        } while size > 0 && levelSizes.count <= maximumDepth
            && (size >= previousSize || size > vertexCount / 18)
        return (queueUp(current, from: end - size), ahead, explored)
    }

    private func findCandidates(_ backward: Arcs) {
        for word in 0..<candidates.count {
            var bits: UInt64 = 0
            for vertex in word << 6..<min(backward.vertexCount, (word + 1) << 6)
            where distances[vertex] < 0 && backward.degree(vertex) > 0 {
                bits |= 1 << UInt64(truncatingIfNeeded: vertex & 63)
            }
            candidates[word] = bits
        }
    }

    private func queueUp(_ bits: UnsafeMutableBufferPointer<UInt64>, from start: Int) -> Range<Int> {
        var end = start
        for word in 0..<bits.count {
            var left = bits[word]
            while left != 0 {
                queue[end] = Int32(truncatingIfNeeded: word << 6 + left.trailingZeroBitCount)
                end &+= 1
                left &= left &- 1
            }
        }
        return start..<end
    }
}
