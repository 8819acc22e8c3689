internal import Foundation

/// How far two partitions of the same vertices agree.
///
/// *Conventions.* All values are symmetric, and do not change when communities are called by other numbers. Two
/// equal partitions agree fully, also that of no vertex, and those into one community or into single
/// vertices.
public struct PartitionAgreement: Hashable, Sendable {
    /// The mutual information divided by the arithmetic mean of the two entropies, 0...1: 2 I / (H₁ + H₂).
    ///
    /// As igraph's `nmi` and the default of scikit-learn; other programs divide by the geometric mean, the
    /// larger or the smaller entropy, or that of both partitions together. 1 when both entropies are 0.
    public let normalizedMutualInformation: Double
    /// The adjusted Rand index: the share of pairs of vertices on which the partitions agree, less that expected
    /// by chance, from -1/2 up to 1.
    ///
    /// As scikit-learn's. 1 when the partitions are equal, where igraph has no answer for those into one
    /// community or into single vertices.
    public let adjustedRandIndex: Double
    /// The variation of information H₁ + H₂ - 2 I, in nats, from 0 (equal) up to log n; a metric.
    public let variationOfInformation: Double

    /// Compares two partitions of the same vertices.
    ///
    /// - Parameters:
    ///   - first: the community of each vertex; any numbers, equal ones being one community.
    ///   - second: the same of the other partition.
    /// - Throws: ``GraphError/Code/columnLengthMismatch`` when one has more entries than the other.
    /// - Complexity: O(V) time and memory. Deterministic.
    /// - SeeAlso: Danon, Díaz-Guilera, Duch, Arenas (2005), "Comparing community structure identification",
    ///   [doi:10.1088/1742-5468/2005/09/P09008](https://doi.org/10.1088/1742-5468/2005/09/P09008); Hubert,
    ///   Arabie (1985), "Comparing partitions",
    ///   [doi:10.1007/BF01908075](https://doi.org/10.1007/BF01908075); Meilă (2007), "Comparing clusterings:
    ///   an information based distance",
    ///   [doi:10.1016/j.jmva.2006.11.013](https://doi.org/10.1016/j.jmva.2006.11.013).
    public init(_ first: [Int32], _ second: [Int32]) throws(GraphError) {
        guard first.count == second.count else {
            throw GraphError(
                .columnLengthMismatch,
                "the partitions have \(first.count) and \(second.count) vertices"
            )
        }
        let (rows, rowCount) = Communities.numbered(first)
        let (columns, columnCount) = Communities.numbered(second)
        var rowSizes = [Int](repeating: 0, count: rowCount)
        var columnSizes = [Int](repeating: 0, count: columnCount)
        for label in rows { rowSizes[Int(label)] += 1 }
        for label in columns { columnSizes[Int(label)] += 1 }
        let cells = Self.cells(rows: rows, rowCount: rowCount, columns: columns, columnCount: columnCount)
        let count = Double(first.count)
        func entropy(_ sizes: [Int]) -> Double {
            sizes.count < 2 ? 0 : -sizes.map { Double($0) / count }.map { $0 * log($0) }.reduce(0, +)
        }
        let (firstEntropy, secondEntropy) = (entropy(rowSizes), entropy(columnSizes))
        let entropies = firstEntropy + secondEntropy
        // Each cell alone in its row and its column.
        let isEqual = cells.count == rowCount && cells.count == columnCount
        guard !isEqual else {
            (normalizedMutualInformation, adjustedRandIndex, variationOfInformation) = (1, 1, 0)
            return
        }
        var information = 0.0
        for cell in cells {
            let expected = Double(rowSizes[cell.row]) * Double(columnSizes[cell.column]) / count
            information += Double(cell.size) / count * log(Double(cell.size) / expected)
        }
        information = min(max(0, information), entropies / 2)
        normalizedMutualInformation = 2 * information / entropies
        variationOfInformation = entropies - 2 * information
        // Numbers of pairs stay below 2⁶², as there are fewer than 2³¹ vertices.
        func pairs(_ size: Int) -> Int { size * (size - 1) / 2 }
        let together = Double(cells.map { pairs($0.size) }.reduce(0, +))
        let (rowPairs, columnPairs) = (
            Double(rowSizes.map(pairs).reduce(0, +)), Double(columnSizes.map(pairs).reduce(0, +))
        )
        let expected = rowPairs / Double(pairs(first.count)) * columnPairs
        adjustedRandIndex = (together - expected) / ((rowPairs + columnPairs) / 2 - expected)
    }

    /// The numbers above 0 of vertices that two communities share, row after row.
    private static func cells(
        rows: [Int32],
        rowCount: Int,
        columns: [Int32],
        columnCount: Int
    ) -> [(row: Int, column: Int, size: Int)] {
        let members = VertexGroups(labels: rows, count: rowCount)
        var cells: [(row: Int, column: Int, size: Int)] = []
        var places = [Int](repeating: -1, count: columnCount)
        for row in 0..<rowCount {
            let start = cells.count
            for position in members.range(row) {
                let column = Int(columns[Int(members.vertices[position])])
                if places[column] < start {
                    places[column] = cells.count
                    cells.append((row, column, 0))
                }
                cells[places[column]].size += 1
            }
        }
        return cells
    }
}
