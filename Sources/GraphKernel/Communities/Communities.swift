/// A partition of the vertices into communities, and how good a method found it to be.
public struct Communities: Hashable, Sendable {
    /// For each vertex the number of its community; communities are numbered from 0 in the order of their
    /// first vertices.
    public let labels: [Int32]
    /// For each community the number of its vertices.
    public let sizes: [Int32]
    /// The value of the quality function that was asked for, of the method that has none the modularity;
    /// `nil` where it is not defined, as modularity is not in a graph whose strengths add up to 0.
    public let quality: Double?
    /// The passes that the method made: iterations of Leiden, levels of Louvain, rounds of label propagation.
    public let iterations: Int
    /// Whether the method ended because it found nothing more to change, not because it was told to.
    public let isStable: Bool
    /// The labels after each level, from the finest to ``labels``, each level merging communities of the one
    /// before. Louvain alone has more than one.
    public let levels: [[Int32]]

    /// The number of communities.
    public var count: Int { sizes.count }

    init(levels: [[Int32]], quality: Double?, iterations: Int, isStable: Bool) {
        let labels = levels.last ?? []
        var sizes: [Int32] = []
        for label in labels {
            if Int(label) == sizes.count { sizes.append(0) }
            sizes[Int(label)] += 1
        }
        self.labels = labels
        self.sizes = sizes
        self.quality = quality
        self.iterations = iterations
        self.isStable = isStable
        self.levels = levels
    }

    /// The same partition with its classes, which any numbers may name, numbered from 0 in the order of their
    /// first vertices.
    static func numbered(_ labels: [Int32]) -> (labels: [Int32], count: Int) {
        var (numbered, count) = (labels, Int32(0))
        if labels.allSatisfy({ $0 >= 0 && $0 < labels.count }) {
            var numbers = [Int32](repeating: -1, count: labels.count)
            for (vertex, label) in labels.enumerated() {
                if numbers[Int(label)] < 0 {
                    numbers[Int(label)] = count
                    count += 1
                }
                numbered[vertex] = numbers[Int(label)]
            }
        } else {
            var numbers: [Int32: Int32] = [:]
            for (vertex, label) in labels.enumerated() {
                let number = numbers[label] ?? count
                if number == count {
                    numbers[label] = number
                    count += 1
                }
                numbered[vertex] = number
            }
        }
        return (numbered, Int(count))
    }
}

/// What makes a partition into communities a good one.
public enum CommunityQuality: Hashable, Sendable, CaseIterable {
    /// Modularity: ties within communities beyond those expected of a random graph with the same degrees; see
    /// ``CompactGraph/modularity(of:strengths:resolution:)``.
    case modularity
    /// The constant Potts model: ties within communities beyond a constant share of their pairs; see
    /// ``CompactGraph/constantPottsQuality(of:strengths:resolution:)``.
    case constantPotts
}
