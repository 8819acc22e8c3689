import EDTF
import Entente
import EntenteFormats
import EntenteTestSupport
import Foundation
import Testing

/// Each key of a claim, on a passage of the five documents of `Graphs/us-russia` that needs it.
@Suite struct RealPassageTests {
    private static let graph = GraphReader.read(
        SharedData.packageRoot.appendingPathComponent("Graphs/us-russia").path
    ).graph

    private func claim(_ id: String) throws -> Claim {
        let parts = id.split(separator: "/").map(String.init)
        return try #require(Self.graph?.claim(ClaimID(source: parts[0], local: parts[1])), "no claim \(id)")
    }

    /// A key, the claim that shows it, and whether the claim has what the passage says.
    struct Passage: Sendable {
        var key: ClaimKey
        var claim: String
        var isRight: @Sendable (Claim) -> Bool

        init(_ key: ClaimKey, _ claim: String, _ isRight: @escaping @Sendable (Claim) -> Bool) {
            self.key = key
            self.claim = claim
            self.isRight = isRight
        }
    }

    static let passages: [Passage] = [
        // "INF Treaty … collapse … 2019": nobody ended it, so the claim has no object.
        .init(.subject, "global24-2025-08-07/c018") { $0.ends == .unary("inf-treaty") },
        .init(.relation, "global24-2025-08-07/c018") { $0.relation == "ceased" },
        .init(.wording, "global24-2025-08-07/c018") { $0.wording != nil },
        .init(.when, "global24-2025-08-07/c018") { $0.time.dates.map(\.description) == ["2019"] },
        // Russia and the memorandum that it broke.
        .init(.object, "guide-2026/c124") {
            $0.ends == .directed(subject: "russia", object: "budapest-memorandum")
        },
        // Talks of three in two places.
        .init(.participants, "guide-2026/c144") { $0.ends.entities.count == 3 },
        .init(.venue, "guide-2026/c144") { $0.venues == ["abu-dhabi", "riyadh"] },
        .init(.event, "guide-2026/c144") { $0.event != nil },
        .init(.dateText, "guide-2026/c144") { $0.dateText != nil },
        .init(.locator, "guide-2026/c144") { $0.locator?.hasPrefix("§") ?? false },
        // A tariff of 100 percent, threatened against the buyers of oil.
        .init(.value, "guide-2026/c142") { $0.value == .number(100, unit: "percent", isApproximate: false) },
        .init(.regarding, "guide-2026/c142") { !$0.regarding.isEmpty },
        // "Director": an office without a date.
        .init(.role, "call-analysis-2025/c034") { $0.role == "director" },
        // He took a promise back.
        .init(.about, "call-analysis-2025/c024") {
            $0.about == [ClaimID(source: "call-analysis-2025", local: "c023")]
        },
        // What would follow if another claim holds.
        .init(.condition, "call-analysis-2025/c021") {
            $0.condition == .claims([ClaimID(source: "call-analysis-2025", local: "c020")])
        },
        .init(.condition, "guide-2026/c096") { if case .text = $0.condition { true } else { false } },
        // The first meeting in person since the return to office.
        .init(.ordinal, "guide-2026/c098") { $0.ordinal?.n == 1 && $0.ordinal?.since != nil },
        // Two candidate readings of which one holds.
        .init(.oneOf, "guide-2026/c154") { $0.oneOf == "musk-rallies" },
        // "Then-director": an end without a begin, and a spell with both ends apart.
        .init(.until, "insights-2018-06-28/c031") {
            if case .span(nil, .some) = $0.time { true } else { false }
        },
        .init(.from, "insights-2018-06-28/c036") {
            if case .span(.some, .some) = $0.time { true } else { false }
        },
        // A present tense in a dated document.
        .init(.observed, "insights-2018-06-28/c005") {
            if case .observed(let date) = $0.time { date.description == "2018-06-28" } else { false }
        },
        // He did not lift them.
        .init(.polarity, "guide-2026/c140") { $0.polarity == .negative },
        .init(.status, "global24-2025-08-07/c008b") { $0.status == .agreedInPrinciple },
        .init(.modality, "profile-2025/c069") { $0.modality == .denied },
        .init(.attributedTo, "profile-2025/c069") { $0.attributedTo == ["donald-trump"] },
        // When and where a denial was uttered, apart from what is denied.
        .init(.said, "guide-2026/c061") { $0.said?.venue == "helsinki" && $0.said?.event != nil },
        .init(.via, "insights-2018-06-28/c071") { $0.via == "Reuters" },
        .init(.basis, "insights-2018-06-28/c060") { $0.basis == .implied },
        .init(.quote, "call-analysis-2025/c005") { $0.quote == "nice gentleman" },
        // A term that the rest of the paragraph makes doubtful.
        .init(.credibility, "profile-2025/c014") { $0.credibility == 4 },
        // The same call dated by its day, and by its month in the FAQ.
        .init(.rank, "guide-2026/c092") { $0.rank == .preferred },
        .init(.rankReason, "guide-2026/c092") { $0.rankReason != nil },
        .init(.note, "call-analysis-2025/c012") { $0.note != nil },
        .init(.id, "guide-2026/c004") { $0.hasWrittenID },
        .init(.source, "guide-2026/c004") { $0.source == "guide-2026" },
        // All five documents are public, and so are their claims.
        .init(.confidential, "guide-2026/c004") { !$0.isConfidential },
    ]

    @Test(arguments: passages.indices) func passage(_ index: Int) throws {
        let passage = Self.passages[index]
        let claim = try claim(passage.claim)
        #expect(passage.isRight(claim), "\(passage.key.rawValue) of \(passage.claim)")
    }

    @Test func everyKeyHasAPassage() {
        #expect(Set(Self.passages.map(\.key)) == Set(ClaimKey.allCases))
    }
}
