internal import EDTF

/// One claim as a row of an answer, in words and for programs.
struct ClaimRow {
    let claim: Claim
    let dates: Certainty
    let support: Support
    let opposition: [Claim]
    let bounds: TemporalBounds

    /// The shape shared by `ego`, `show`, `claims` and `timeline`.
    func json(_ text: ClaimText) -> JSONValue {
        let ends = claim.ends.entities
        let to: JSONValue
        switch claim.ends {
        case .unary: to = .null
        case .directed(_, let object): to = .string(object)
        case .symmetric(let all): to = all.count == 2 ? .string(all[1]) : .strings(all.dropFirst())
        }
        var members: [JSONValue.Member] = [
            .init("from", .optional(ends.first)), .init("to", to), .init("relation", .string(claim.relation)),
            .init("when", .optional(text.edtf(claim))),
            .init("earliest", Self.day(bounds.beginEarliest)), .init("latest", Self.day(bounds.endLatest)),
            .init("dates", .string(dates.description)), .init("support", support.json),
            .init("claims", .strings([claim.id.description])),
        ]
        if claim.polarity != .positive { members.append(.init("polarity", .string(claim.polarity.rawValue))) }
        if claim.status != .actual { members.append(.init("status", .string(claim.status.rawValue))) }
        if !claim.attributedTo.isEmpty { members.append(.init("attributedTo", .strings(claim.attributedTo))) }
        func add(_ key: String, _ value: String?) {
            if let value { members.append(.init(key, .string(value))) }
        }
        func add(_ key: String, _ values: [String]) {
            if !values.isEmpty { members.append(.init(key, .strings(values))) }
        }
        switch claim.time {
        case .observed(let date): add("observed", date.description)
        case .span(let from, let until):
            add("begins", from?.description)
            add("ends", until?.description)
        case .undated, .when: break
        }
        add("dateText", claim.dateText)
        add("role", claim.role)
        add("value", claim.value?.text)
        if let ordinal = claim.ordinal { members.append(.init("ordinal", ordinal.json)) }
        add("event", claim.event)
        add("venue", claim.venues)
        add("regarding", claim.regarding)
        if case .text(let condition) = claim.condition { add("condition", condition) }
        if case .claims(let others) = claim.condition { add("condition", others.map(\.description)) }
        add("disputedBy", opposition.map(\.id.description))
        add("locator", claim.locator)
        add("quote", claim.quote)
        members.append(.init("text", .string(text.content(claim))))
        return .object(members)
    }

    /// A claim on a lane: its id and four bounds, of which the outer ones reach as far as whiskers.
    var span: JSONValue {
        .object([
            "claim": .string(claim.id.description), "beginEarliest": Self.day(bounds.beginEarliest),
            "beginLatest": Self.day(bounds.beginLatest), "endEarliest": Self.day(bounds.endEarliest),
            "endLatest": Self.day(bounds.endLatest),
        ])
    }

    static func day(_ instant: Int64) -> JSONValue {
        instant == TemporalBounds.distantPast || instant == TemporalBounds.distantFuture
            ? .null : .string(CivilCalendar.isoDay(instant))
    }

    /// "asserted, disputed by [2 §Timeline ¶7]".
    func voice(_ text: ClaimText, _ sources: inout SourceList) -> String {
        var voice = text.voice(claim)
        if !opposition.isEmpty {
            let against = opposition.map { "\(text.opposing($0)) \(sources.citation($0))" }
            voice += ", disputed: " + against.joined(separator: ", ")
        }
        return voice
    }
}

extension ClaimText {
    /// How a claim stands against another: "denied by Donald Trump", "unproven".
    func opposing(_ claim: Claim) -> String {
        switch (claim.polarity, claim.modality) {
        case (.negative, _): return "not so"
        case (.unproven, _): return "unproven"
        case (_, .denied):
            return "denied"
                + (claim.attributedTo.isEmpty ? "" : " by \(Self.joined(claim.attributedTo.map(name)))")
        default:
            let reads = graph.relation(of: claim).reads
            // Who contradicts or takes back a claim, or else who says that what is denied is so.
            return claim.about.isEmpty
                ? voice(claim) : "\(claim.ends.entities.first.map(name) ?? "") \(reads)"
        }
    }
}

/// Makes the rows and tables that several verbs share.
struct RowMaker {
    let network: Network
    let text: ClaimText
    private let origins: Origins
    private let opposition: Opposition
    private let filter: ClaimFilter

    init(_ network: Network) {
        self.network = network
        text = ClaimText(graph: network.graph)
        origins = Origins(network.graph)
        filter = ClaimFilter(graph: network.graph, view: network.view)
        opposition = Opposition(graph: network.graph, filter: filter)
    }

    func row(_ place: Int) -> ClaimRow {
        let claim = network.graph.claims[place]
        let timing = network.timings[place] ?? filter.timing(of: claim)
        let opposing = opposition.opposing(place, timing: timing)
        let support = Support(
            modality: claim.modality,
            origins: origins.count([claim]),
            isDisputed: !opposing.isEmpty,
            basis: claim.basis,
            isPlanned: claim.status.isPlanned
        )
        return ClaimRow(
            claim: claim,
            dates: filter.dates(of: claim, timing),
            support: support,
            opposition: opposing.map { network.graph.claims[$0] },
            bounds: timing.bounds
        )
    }

    /// Claims by their earliest day, dated before undated, then by id.
    func chronological(_ places: [Int]) -> [ClaimRow] {
        places.map(row).sorted { a, b in
            let (left, right) = (Self.key(a), Self.key(b))
            return left != right ? left < right : a.claim.id < b.claim.id
        }
    }

    private struct Key: Comparable {
        var isUndated: Bool
        var begin: Int64
        var end: Int64

        static func < (left: Key, right: Key) -> Bool {
            if left.isUndated != right.isUndated { return !left.isUndated }
            return (left.begin, left.end) < (right.begin, right.end)
        }
    }

    /// What has no earliest day is placed by its latest: "by 2015" stands before 2017.
    private static func key(_ row: ClaimRow) -> Key {
        let bounds = row.bounds
        let isOpen = bounds.beginEarliest == TemporalBounds.distantPast
        let begin = isOpen ? bounds.beginLatest : bounds.beginEarliest
        return Key(isUndated: row.claim.time.isUndated, begin: begin, end: bounds.endLatest)
    }

    /// A table of claims: when, what, in which voice, where it stands.
    func table(_ rows: [ClaimRow], title: String? = nil, sources: inout SourceList) -> AnswerTable {
        let showsDates = network.view.period != .all
        var columns = [
            AnswerTable.Column("When", isFlexible: true), .init("Claim", isFlexible: true),
            .init("Voice", isFlexible: true),
        ]
        if showsDates { columns.append(.init("Dates")) }
        columns += [.init("Source", isFlexible: true), .init("Id")]
        var table = AnswerTable(title: title, columns: columns)
        for row in rows {
            var cells = [text.when(row.claim), text.content(row.claim), row.voice(text, &sources)]
            if showsDates { cells.append(row.dates.description) }
            cells += [sources.citation(row.claim), row.claim.id.local]
            table.rows.append(cells)
        }
        return table
    }
}
