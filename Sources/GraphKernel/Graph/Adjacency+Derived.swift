extension Adjacency {
    /// The rows of a directed graph read either way: each is merged of the arcs that leave a vertex and those
    /// that arrive, and stays in order of neighbour, then edge.
    ///
    /// A loop, which both hold, is taken once.
    static func merged(_ outgoing: Adjacency, _ incoming: Adjacency) -> Adjacency {
        outgoing.withArcs { leaving in
            incoming.withArcs { arriving in
                let vertexCount = leaving.vertexCount
                let offsets = offsets(vertexCount) { lengths in
                    for vertex in 0..<vertexCount {
                        var length = leaving.degree(vertex)
                        for arc in arriving.range(vertex) where arriving.targets[arc] != vertex {
                            length &+= 1
                        }
                        lengths[vertex] = Int32(truncatingIfNeeded: length)
                    }
                }
                return columns(Int(offsets[vertexCount])) { targets, edges in
                    var end = 0
                    for vertex in 0..<vertexCount {
                        let (lefts, rights) = (leaving.range(vertex), arriving.range(vertex))
                        var (left, right) = (lefts.lowerBound, rights.lowerBound)
                        while true {
                            while right < rights.upperBound, arriving.targets[right] == vertex { right &+= 1 }
                            let isLeft =
                                left < lefts.upperBound
                                && (right == rights.upperBound
                                    || (leaving.targets[left], leaving.edges[left])
                                        < (arriving.targets[right], arriving.edges[right]))
                            if isLeft {
                                (targets[end], edges[end]) = (leaving.targets[left], leaving.edges[left])
                                left &+= 1
                            } else if right < rights.upperBound {
                                (targets[end], edges[end]) = (arriving.targets[right], arriving.edges[right])
                                right &+= 1
                            } else {
                                break
                            }
                            end &+= 1
                        }
                    }
                }.rows(offsets)
            }
        }
    }

    /// The rows of those edges alone that have a number, which becomes their id; numbers rise with the ids.
    func renumbered(_ numbers: UnsafeMutableBufferPointer<Int32>) -> Adjacency {
        withArcs { arcs in
            let vertexCount = arcs.vertexCount
            let offsets = Self.offsets(vertexCount) { lengths in
                for vertex in 0..<vertexCount {
                    for arc in arcs.range(vertex) where numbers[Int(arcs.edges[arc])] >= 0 {
                        lengths[vertex] &+= 1
                    }
                }
            }
            return Self.columns(Int(offsets[vertexCount])) { targets, edges in
                var end = 0
                for arc in 0..<arcs.arcCount where numbers[Int(arcs.edges[arc])] >= 0 {
                    targets[end] = arcs.targets[arc]
                    edges[end] = numbers[Int(arcs.edges[arc])]
                    end &+= 1
                }
            }.rows(offsets)
        }
    }
}
