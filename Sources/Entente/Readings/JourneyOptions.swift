public import EDTF

/// Which journey is asked for and by which rule one hop follows another.
public struct JourneyOptions: Sendable, Hashable {
    /// What makes one journey better than another.
    public enum Objective: String, Sendable, Hashable, CaseIterable {
        /// To be there as early as can be.
        case earliestArrival = "earliest-arrival"
        /// To set out as late as can be.
        case latestDeparture = "latest-departure"
        /// To take the least time from the first hop to the last.
        case fastest
        /// To take the fewest hops.
        case fewestHops = "fewest-hops"
    }

    /// What is asked for.
    public var objective: Objective
    /// Whether a hop must begin on a later day than that on which the one before ended; otherwise the same day will do.
    public var isStrict: Bool
    /// The least time, in seconds, between the end of a hop and the begin of the next.
    public var minimumWait: Int64
    /// The most time; nil for any.
    public var maximumWait: Int64?
    /// No hop begins before the first day of this date.
    public var departAfter: EDTFDate?
    /// No hop ends after the last day of this date.
    public var arriveBy: EDTFDate?
    /// The most hops; nil for any number.
    public var maximumHops: Int?
    /// The most journeys listed of those that are equally good.
    public var limit: Int
    /// The most readings that are gone through.
    public var readingLimit: Int

    /// Makes options; without any, the earliest arrival, hops on one day allowed, no limit to waits.
    public init(
        _ objective: Objective = .earliestArrival,
        isStrict: Bool = false,
        minimumWait: Int64 = 0,
        maximumWait: Int64? = nil,
        departAfter: EDTFDate? = nil,
        arriveBy: EDTFDate? = nil,
        maximumHops: Int? = nil,
        limit: Int = 20,
        readingLimit: Int = 5_000
    ) {
        self.objective = objective
        self.isStrict = isStrict
        self.minimumWait = minimumWait
        self.maximumWait = maximumWait
        self.departAfter = departAfter
        self.arriveBy = arriveBy
        self.maximumHops = maximumHops
        self.limit = limit
        self.readingLimit = readingLimit
    }

    /// The rule in words: "each hop begins on a later day than the one before ends".
    public func rule(inDays: Bool) -> String {
        let unit = inDays ? "day" : "second"
        var text =
            isStrict
            ? "each hop begins on a later \(unit) than that on which the one before ends"
            : "each hop begins on the \(unit) on which the one before ends, or later"
        if minimumWait > 0 { text += ", at least \(Duration.text(minimumWait)) after it" }
        if let maximumWait { text += ", at most \(Duration.text(maximumWait)) after it" }
        return text
    }

    /// Lengths of time as people write them.
    public enum Duration {
        /// Seconds of `P3D`, `PT36H`, `P2W` or `3d`, `36h`, `2w`, `90min`, `10s`; nil where the text is none of them.
        ///
        /// Months and years have no fixed length and are none.
        public static func seconds(_ text: String) -> Int64? {
            if text.hasPrefix("P") { return iso(text.dropFirst()) }
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            let units: [String: Int64] = [
                "s": 1, "min": 60, "h": 3600, "d": 86_400, "w": 604_800, "day": 86_400, "days": 86_400,
            ]
            guard let count = Int64(digits),
                let unit = units[text.dropFirst(digits.count).drop { $0 == " " }.lowercased()]
            else { return nil }
            return product(count, unit)
        }

        private static func product(_ count: Int64, _ unit: Int64) -> Int64? {
            let (product, overflow) = count.multipliedReportingOverflow(by: unit)
            // A wait is added to dates: it shall stay far from where these end.
            return overflow || product > 1 << 44 ? nil : product
        }

        /// What follows `P`: weeks, days, and after `T` hours, minutes, seconds, each at most once and in that order.
        private static func iso(_ text: Substring) -> Int64? {
            var units: [(Character, Int64)] = [("W", 604_800), ("D", 86_400)]
            var rest = text
            var sum: Int64 = 0
            var count = 0
            var isTime = false
            while let first = rest.first {
                if first == "T", !isTime {
                    isTime = true
                    units = [("H", 3600), ("M", 60), ("S", 1)]
                    rest.removeFirst()
                    if rest.isEmpty { return nil }
                    continue
                }
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                rest = rest.dropFirst(digits.count)
                guard let number = Int64(digits), let letter = rest.popFirst(),
                    let place = units.firstIndex(where: { $0.0 == letter }),
                    let part = product(number, units[place].1)
                else { return nil }
                units.removeFirst(place + 1)
                sum += part
                count += 1
                if sum > 1 << 44 { return nil }
            }
            return count > 0 ? sum : nil
        }

        /// "3 days", "36 hours".
        static func text(_ seconds: Int64) -> String {
            for (unit, name) in [(Int64(86_400), "day"), (3600, "hour"), (60, "minute")]
            where seconds % unit == 0 && seconds > 0 {
                let count = seconds / unit
                return "\(count) \(name)\(count == 1 ? "" : "s")"
            }
            return "\(seconds) second\(seconds == 1 ? "" : "s")"
        }
    }
}
