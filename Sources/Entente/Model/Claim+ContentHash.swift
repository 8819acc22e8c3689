internal import EDTF

extension Claim {
    /// An id made from what the claim says, for claims that were written without one: `x` and sixteen hex digits.
    ///
    /// It depends on the content alone, never on the claim's place in its file, so that moving a claim does not
    /// rename it. The hash is FNV-1a with 64 bits (Fowler, Noll, Vo) over the fields' text.
    package var contentID: String {
        var hash = FNV1a()
        hash.combine(relation)
        switch ends {
        case .unary: hash.combine("unary")
        case .directed: hash.combine("directed")
        case .symmetric: hash.combine("symmetric")
        }
        hash.combine(list: ends.entities)
        hash.combine(event)
        hash.combine(list: venues)
        hash.combine(list: regarding)
        hash.combine(role)
        hash.combine(value.map { "\($0)" })
        hash.combine(list: about.map(\.description))
        hash.combine(condition.map { "\($0)" })
        hash.combine(ordinal.map { "\($0.n) \($0.of ?? "") \($0.since?.description ?? "")" })
        hash.combine(oneOf)
        switch time {
        case .undated: hash.combine("undated")
        case .when(let date): hash.combine("when \(date)")
        case .span(let from, let until):
            hash.combine("from \(from?.description ?? "") \(until?.description ?? "")")
        case .observed(let date): hash.combine("observed \(date)")
        }
        hash.combine(polarity.rawValue)
        hash.combine(status.rawValue)
        hash.combine(modality.rawValue)
        hash.combine(list: attributedTo)
        hash.combine(quote)
        hash.combine(locator)
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
