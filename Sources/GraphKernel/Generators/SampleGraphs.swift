/// Small networks that every textbook measures, for examples and tests.
public enum SampleGraphs {
    /// The friendships of a karate club before it split: 34 members, 78 undirected ties; vertex 0 is the
    /// instructor (1 in the paper), vertex 33 the administrator (34).
    ///
    /// - SeeAlso: Zachary (1977), "An information flow model for conflict and fission in small groups",
    ///   [doi:10.1086/jar.33.4.3629752](https://doi.org/10.1086/jar.33.4.3629752).
    public static let karateClub = graph(34, karateEdges)

    /// The kite of ten vertices and 18 undirected edges in which degree, closeness and betweenness each have
    /// another favourite: vertex 3, vertices 5 and 6, and vertex 7.
    ///
    /// - SeeAlso: Krackhardt (1990), "Assessing the political landscape",
    ///   [doi:10.2307/2393394](https://doi.org/10.2307/2393394).
    public static let krackhardtKite = graph(10, kiteEdges)

    /// The marriages among fifteen families of Florence about 1430: 20 undirected ties, vertices named by
    /// ``florentineNames``. (The sixteenth family, Pucci, married none of them and is left out.)
    ///
    /// - SeeAlso: Padgett, Ansell (1993), "Robust action and the rise of the Medici, 1400-1434",
    ///   [doi:10.1086/230190](https://doi.org/10.1086/230190).
    public static let florentineFamilies = graph(15, florentineEdges)

    /// The graph of ten vertices and 15 undirected edges, three at each vertex, that serves as a counterexample
    /// to much: a ring 0 - 1 - 2 - 3 - 4, a star 5 - 7 - 9 - 6 - 8, and an edge from each i to i + 5.
    ///
    /// - SeeAlso: Petersen (1898), "Sur le théorème de Tait", L'Intermédiaire des Mathématiciens 5.
    public static let petersen = graph(10, petersenEdges)

    /// The names of the vertices of ``florentineFamilies``.
    public static let florentineNames = [
        "Acciaiuoli", "Medici", "Castellani", "Peruzzi", "Strozzi", "Barbadori", "Ridolfi", "Tornabuoni",
        "Albizzi", "Salviati", "Pazzi", "Bischeri", "Guadagni", "Ginori", "Lamberteschi",
    ]

    private static func graph(_ vertexCount: Int, _ edges: [(Int32, Int32)]) -> CompactGraph {
        CompactGraph(
            checkedVertexCount: vertexCount,
            sources: edges.map(\.0),
            targets: edges.map(\.1),
            direction: .undirected
        )
    }

    private static let karateEdges: [(Int32, Int32)] = [
        (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12), (0, 13),
        (0, 17), (0, 19), (0, 21), (0, 31), (1, 2), (1, 3), (1, 7), (1, 13), (1, 17), (1, 19), (1, 21),
        (1, 30), (2, 3), (2, 7), (2, 8), (2, 9), (2, 13), (2, 27), (2, 28), (2, 32), (3, 7), (3, 12),
        (3, 13), (4, 6), (4, 10), (5, 6), (5, 10), (5, 16), (6, 16), (8, 30), (8, 32), (8, 33), (9, 33),
        (13, 33), (14, 32), (14, 33), (15, 32), (15, 33), (18, 32), (18, 33), (19, 33), (20, 32), (20, 33),
        (22, 32), (22, 33), (23, 25), (23, 27), (23, 29), (23, 32), (23, 33), (24, 25), (24, 27), (24, 31),
        (25, 31), (26, 29), (26, 33), (27, 33), (28, 31), (28, 33), (29, 32), (29, 33), (30, 32), (30, 33),
        (31, 32), (31, 33), (32, 33),
    ]

    private static let kiteEdges: [(Int32, Int32)] = [
        (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6),
        (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
    ]

    private static let petersenEdges: [(Int32, Int32)] = [
        (0, 1), (0, 5), (1, 2), (1, 6), (2, 3), (2, 7), (3, 4), (3, 8), (4, 0), (4, 9), (5, 7), (6, 8),
        (7, 9), (8, 5), (9, 6),
    ]

    private static let florentineEdges: [(Int32, Int32)] = [
        (0, 1), (1, 5), (1, 6), (1, 7), (1, 8), (1, 9), (2, 3), (2, 4), (2, 5), (3, 4), (3, 11), (4, 6),
        (4, 11), (6, 7), (7, 12), (8, 12), (8, 13), (9, 10), (11, 12), (12, 14),
    ]
}
