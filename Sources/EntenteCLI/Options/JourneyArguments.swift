public import ArgumentParser
internal import EDTF
internal import Entente

extension JourneyOptions.Objective: ExpressibleByArgument {}

/// How a path is to respect time.
struct JourneyArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The best path in the order of time: earliest-arrival, latest-departure, fastest or fewest-hops.",
            valueName: "what"
        )
    )
    var by: JourneyOptions.Objective?

    @Flag(help: "Let a hop begin only on a later day than that on which the one before ends.")
    var strict = false

    @Option(help: ArgumentHelp("The least time between two hops: P3D, 3d, PT12H.", valueName: "length"))
    var minWait: String?

    @Option(help: ArgumentHelp("The most time between two hops; contacts only.", valueName: "length"))
    var maxWait: String?

    @Option(help: ArgumentHelp("No hop begins before this date.", valueName: "date"))
    var departAfter: String?

    @Option(help: ArgumentHelp("No hop ends after this date.", valueName: "date"))
    var arriveBy: String?

    /// The options, or nil where no path in the order of time is asked for.
    func options(maximumHops: Int?, limit: Int) throws -> JourneyOptions? {
        guard let by else {
            let given = [
                ("strict", strict), ("min-wait", minWait != nil), ("max-wait", maxWait != nil),
                ("depart-after", departAfter != nil), ("arrive-by", arriveBy != nil),
            ]
            if let (name, _) = given.first(where: \.1) {
                throw Refusal(
                    "--\(name) is about paths in the order of time",
                    hint: "say which with --by: earliest-arrival, latest-departure, fastest or fewest-hops"
                )
            }
            return nil
        }
        var options = JourneyOptions(by, isStrict: strict, maximumHops: maximumHops, limit: limit)
        options.minimumWait = try minWait.map { try Self.length($0, option: "min-wait") } ?? 0
        options.maximumWait = try maxWait.map { try Self.length($0, option: "max-wait") }
        options.departAfter = try departAfter.map { try ViewOptions.date($0, option: "depart-after") }
        options.arriveBy = try arriveBy.map { try ViewOptions.date($0, option: "arrive-by") }
        return options
    }

    private static func length(_ text: String, option: String) throws -> Int64 {
        guard let seconds = JourneyOptions.Duration.seconds(text) else {
            throw Refusal(
                "--\(option) takes a length of time, not \"\(text)\"",
                hint: "it is written P3D, PT36H, P2W or 3d, 36h, 2w; months and years have no fixed length"
            )
        }
        return seconds
    }
}
