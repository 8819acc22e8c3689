public import EDTF

/// When the content of a claim was so, as its source says it.
///
/// It is indirect because dates are large values, and most claims have at most one.
public indirect enum ClaimTime: Sendable, Hashable {
    /// The source gives no date.
    case undated
    /// `when`: one date; a contact happened then, a spell lasted for it.
    case when(EDTFDate)
    /// `from` / `until`: a spell with its ends written apart; either may be missing.
    case span(from: EDTFDate?, until: EDTFDate?)
    /// `observed`: the state held then; nothing is said of before and after.
    case observed(EDTFDate)

    /// The dates written, in order.
    public var dates: [EDTFDate] {
        switch self {
        case .undated: []
        case .when(let date), .observed(let date): [date]
        case .span(let from, let until): [from, until].compactMap { $0 }
        }
    }

    /// Whether the source gives no date.
    public var isUndated: Bool { self == .undated }
}
