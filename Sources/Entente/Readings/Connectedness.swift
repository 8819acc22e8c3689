public import EDTF

/// Whether two entities are connected in every reading, by whatever path, and over how many hops.
///
/// It differs from the certainty of a path where readings have paths of their own: where alternatives each give one,
/// and as of a date wider than a day.
public struct Connectedness: Sendable, Hashable {
    /// Certain where in every reading some path joins the two, else possible.
    public var dates: Certainty
    /// The hops of the shortest path in the reading that has the shortest.
    public var fewest: Int
    /// The hops of the shortest path in the reading where it is longest; nil where not every reading has a path, or this
    /// is not known.
    public var most: Int?
    /// Whether that they are connected in every reading could not be ruled out, and is not shown either.
    public var isBound: Bool
    /// How many readings there are that differ in it; `Int.max` for more than that.
    public var readings: Int
}

extension PathSearch {
    /// Goes through the readings, up to ``TieReadings/limit``.
    ///
    /// - Parameters:
    ///   - fewest: the hops of the shortest possible path.
    ///   - isCertain: whether a path of so few hops is certain.
    /// - Complexity: that of a breadth-first search, times the readings.
    func connectedness(from: String, to: String, fewest: Int, isCertain: Bool) throws(AnalysisError)
        -> Connectedness
    {
        let readings = TieReadings(network)
        var result = Connectedness(
            dates: .possible,
            fewest: fewest,
            most: nil,
            isBound: false,
            readings: readings.count
        )
        if isCertain {
            (result.dates, result.most) = (.certain, fewest)
            return result
        }
        guard let source = network.vertex(of: from), let target = network.vertex(of: to) else {
            return result
        }
        func distance(_ reading: Ground.Choice) throws(AnalysisError) -> Int? {
            let hops = try certainDistance(between: (source, target), in: reading)
            return hops.flatMap { $0 <= options.maximumHops ?? .max ? $0 : nil }
        }
        var most = 0
        if readings.count > TieReadings.limit {
            // What holds apart from all that readings choose holds in all of them.
            if let hops = try distance(Ground.Choice()) {
                (result.dates, result.most) = (.certain, hops)
            } else {
                result.isBound = true
            }
            return result
        }
        for reading in readings {
            guard let hops = try distance(reading) else {
                // That two stays overlap in every reading is asked of each two of them alone.
                result.isBound = network.passesVenues
                return result
            }
            most = max(most, hops)
        }
        (result.dates, result.most) = (.certain, most)
        return result
    }
}

extension Network {
    /// Whether the view lets paths pass through venues.
    fileprivate var passesVenues: Bool {
        vertices.indices.contains { entity($0).kind == .venue && view.allowsTransit(through: entity($0)) }
    }
}
