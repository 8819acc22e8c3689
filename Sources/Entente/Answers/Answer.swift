public import EDTF

/// An answer ready to be shown: sentences, tables, the value for programs, and what it rests on.
///
/// Every verb of the command gives one; reports use the same.
public struct Answer: Sendable {
    /// The verb: `path`.
    public var verb: String
    /// The verb's arguments as they were understood.
    public var arguments: [JSONValue.Member]
    /// The answer in sentences.
    public var sentences: [String]
    /// The answer in tables.
    public var tables: [AnswerTable]
    /// The answer for programs, in the verb's own shape.
    public var value: JSONValue
    /// What stands beside the value: `nearest` and the like.
    public var beside: [JSONValue.Member]
    /// The certainty of the answer by date, where it has one.
    public var dates: Certainty?
    /// How well the answer is borne out, where one grade says it.
    public var support: Support?
    /// What counted.
    public var view: View?
    /// How many claims the view left out, and why.
    public var excluded: Exclusions?
    /// Where a limit cut the answer short.
    public var limits: [String]
    /// What a reader should know besides.
    public var notes: [String]
    /// The sources that it cites.
    public var sources: SourceList
    /// Whether the answer is "no".
    public var isNo: Bool
    /// Problems that a terminal shows as compilers do, with the line at fault, in place of a table.
    package var problems: [Problem] = []

    /// An answer that says nothing yet.
    public init(verb: String, arguments: [JSONValue.Member] = [], sources: SourceList) {
        self.verb = verb
        self.arguments = arguments
        self.sources = sources
        sentences = []
        tables = []
        value = .null
        beside = []
        dates = nil
        support = nil
        view = nil
        excluded = nil
        limits = []
        notes = []
        isNo = false
    }

    /// The version of the JSON object's shape.
    public static let schemaVersion = 1

    /// The answer as one JSON object; its shape is documented in the guide "Answers as JSON".
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .integer(Self.schemaVersion)),
            .init("question", .object([.init("verb", .string(verb))] + arguments)),
            .init("answer", value),
        ]
        members += beside
        if let dates { members.append(.init("dates", .string(dates.description))) }
        if let support { members.append(.init("support", support.json)) }
        if let view { members.append(.init("view", .strings(view.parts(all: true)))) }
        if let excluded {
            members.append(
                .init(
                    "excluded",
                    .object(excluded.list.map { .init($0.reason.rawValue, .integer($0.count)) })
                )
            )
        }
        members.append(.init("limits", .strings(limits)))
        if !notes.isEmpty { members.append(.init("notes", .strings(notes))) }
        members.append(.init("sources", sources.json))
        return .object(members)
    }
}

/// A table of an answer: a header and rows of text.
public struct AnswerTable: Sendable, Hashable {
    /// A column's header and how its cells are set.
    public struct Column: Sendable, Hashable {
        /// The header.
        public var title: String
        /// Whether its cells are numbers, set to the right.
        public var isNumeric: Bool
        /// Whether it gives way first when a terminal is narrow.
        public var isFlexible: Bool

        /// Makes a column.
        public init(_ title: String, isNumeric: Bool = false, isFlexible: Bool = false) {
            self.title = title
            self.isNumeric = isNumeric
            self.isFlexible = isFlexible
        }
    }

    /// What stands above the table.
    public var title: String?
    /// The columns, from left to right.
    public var columns: [Column]
    /// The rows, each with a cell for every column.
    public var rows: [[String]]

    /// Makes a table.
    public init(title: String? = nil, columns: [Column], rows: [[String]] = []) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }

    /// The table without columns that are empty in every row.
    public func withoutEmptyColumns() -> AnswerTable {
        let kept = columns.indices.filter { column in rows.isEmpty || rows.contains { !$0[column].isEmpty } }
        return AnswerTable(
            title: title,
            columns: kept.map { columns[$0] },
            rows: rows.map { row in kept.map { row[$0] } }
        )
    }
}

extension Support {
    var json: JSONValue {
        .object([
            "modality": .string(modality.rawValue), "origins": .integer(origins),
            "disputed": .bool(isDisputed),
            "basis": .string(basis.rawValue), "planned": .bool(isPlanned),
        ])
    }
}
