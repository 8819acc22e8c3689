internal import EDTF

extension Claim {
    /// An id made from what the claim says, for claims that were written without one: `x` and sixteen hex digits.
    ///
    /// It depends on all that the source says, never on the claim's place in its file nor on an analyst's marks, so
    /// that moving a claim or judging it anew does not rename it. Participants of a symmetric relation are alike in
    /// any order. The hash is FNV-1a with 64 bits (Fowler, Noll, Vo) over the fields' text.
    package var contentID: String {
        var hash = FNV1a()
        hash.combine(relation)
        switch ends {
        case .unary(let one): hash.combine(list: ["unary", one])
        case .directed(let subject, let object): hash.combine(list: ["directed", subject, object])
        case .symmetric(let all): hash.combine(list: ["symmetric"] + all.sorted())
        }
        hash.combine(event)
        hash.combine(list: venues)
        hash.combine(list: regarding)
        hash.combine(role)
        switch value {
        case .number(let number, let unit, let isApproximate):
            hash.combine(list: ["number", "\(number)", unit ?? "", isApproximate ? "about" : "exactly"])
        case .text(let text): hash.combine(list: ["text", text])
        case nil: hash.combine(list: [])
        }
        hash.combine(list: about.map(\.description))
        switch condition {
        case .text(let text): hash.combine(list: ["text", text])
        case .claims(let claims): hash.combine(list: ["claims"] + claims.map(\.description))
        case nil: hash.combine(list: [])
        }
        hash.combine(list: ordinal.map { ["\($0.n)", $0.of ?? "", $0.since?.description ?? ""] } ?? [])
        hash.combine(oneOf)
        switch time {
        case .undated: hash.combine(list: [])
        case .when(let date): hash.combine(list: ["when", date.description])
        case .span(let from, let until):
            hash.combine(list: ["span", from?.description ?? "", until?.description ?? ""])
        case .observed(let date): hash.combine(list: ["observed", date.description])
        }
        for word in [polarity.rawValue, status.rawValue, modality.rawValue, basis.rawValue] {
            hash.combine(word)
        }
        hash.combine(list: attributedTo)
        hash.combine(list: said.map { [$0.when?.description ?? "", $0.venue ?? "", $0.event ?? ""] } ?? [])
        for text in [via, dateText, wording, quote, locator] { hash.combine(text) }
        return "x" + hash.hexDigits
    }
}

/// The FNV-1a hash with 64 bits.
package struct FNV1a: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    package mutating func combine(_ text: String) {
        for byte in text.utf8 {
            state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        // A byte that UTF-8 never contains keeps neighbouring fields apart.
        state = (state ^ 0xFF) &* 0x100_0000_01b3
    }

    package mutating func combine(_ text: String?) {
        combine(text.map { "+" + $0 } ?? "-")
    }

    package mutating func combine(list: [String]) {
        combine("\(list.count)")
        for item in list { combine(item) }
    }

    package var value: UInt64 { state }

    /// The hash as sixteen hexadecimal digits.
    package var hexDigits: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
