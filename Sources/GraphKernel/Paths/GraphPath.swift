/// A walk that meets no vertex twice, and its length.
public struct GraphPath: Hashable, Sendable {
    /// The vertices from the first to the last, at least one.
    public let vertices: [Int]
    /// The edge taken between each vertex and the next, one fewer than the vertices.
    public let edges: [Int]
    /// The sum of the weights of the edges, added from the first to the last; their number where no weights
    /// are used.
    public let length: Double

    /// Makes a path of its parts.
    public init(vertices: [Int], edges: [Int], length: Double) {
        self.vertices = vertices
        self.edges = edges
        self.length = length
    }
}

extension GraphPath: Comparable {
    /// Shorter paths come first; among those of equal length the first hop that differs decides, by its
    /// vertex and then by its edge.
    public static func < (left: GraphPath, right: GraphPath) -> Bool {
        if left.length != right.length { return left.length < right.length }
        if let first = left.vertices.first, let second = right.vertices.first, first != second {
            return first < second
        }
        let (leftHops, rightHops) = (left.vertices.dropFirst(), right.vertices.dropFirst())
        let hops = zip(zip(leftHops, left.edges), zip(rightHops, right.edges))
        for (hop, other) in hops where hop != other { return hop < other }
        return left.edges.count < right.edges.count
    }
}

/// Several paths between two vertices, and whether there are more.
public struct PathList: Hashable, Sendable {
    /// The paths, in the order that the method states.
    public let paths: [GraphPath]
    /// Whether there are more paths than the limit let through.
    public let isCut: Bool

    /// Makes a list.
    public init(paths: [GraphPath], isCut: Bool) {
        self.paths = paths
        self.isCut = isCut
    }
}
