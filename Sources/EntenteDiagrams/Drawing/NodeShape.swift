package import Entente

/// The shape that stands for a kind, so that kind never rests on colour alone.
package enum NodeShape: String, Sendable, CaseIterable {
    /// Organizations and states.
    case box
    /// An actor of unsaid kind: a box with cut corners.
    case octagon
    /// Persons.
    case pill
    /// Groups: a double outline.
    case doublePill
    /// Venues.
    case hexagon
    /// Treaties: a page with a folded corner.
    case note
    /// Policies: a card with a bar at the top.
    case card
    /// Events.
    case lozenge
    /// Topics: text with no outline.
    case plain
    /// Documents: underlined text.
    case underlined

    package init(_ kind: EntityKind) {
        switch kind {
        case .actor: self = .octagon
        case .person: self = .pill
        case .organization, .state: self = .box
        case .group: self = .doublePill
        case .venue: self = .hexagon
        case .treaty: self = .note
        case .policy: self = .card
        case .event: self = .lozenge
        case .topic: self = .plain
        case .document: self = .underlined
        }
    }

    /// The size of the shape around a text.
    func size(around text: Size) -> Size {
        let padded = Size(width: max(text.width + 18, 44), height: max(text.height + 13, 27))
        switch self {
        case .box, .note: return padded
        case .octagon: return Size(width: padded.width + 4, height: padded.height)
        case .pill: return Size(width: padded.width + min(padded.height, 40) * 0.25, height: padded.height)
        case .doublePill:
            return Size(width: padded.width + min(padded.height, 40) * 0.25 + 6, height: padded.height + 6)
        case .hexagon: return Size(width: padded.width + 10, height: padded.height)
        case .card: return Size(width: padded.width, height: padded.height + 4)
        case .lozenge:
            // A text fits a rhombus when its parts of the width and of the height add up to one.
            let height = text.height * 1.6 + 18
            return Size(width: (text.width + 6) / (1 - text.height / height), height: height)
        case .plain, .underlined: return Size(width: max(text.width + 8, 30), height: text.height + 8)
        }
    }

    /// How far the text's centre lies below that of the box.
    var textOffset: Double { self == .card ? 2 : 0 }

    /// The radius of a box's corners or of a pill's ends.
    func radius(of box: Box) -> Double {
        switch self {
        case .pill, .doublePill: min(box.height / 2, 20)
        case .box, .card: 3
        default: 0
        }
    }

    /// The outline as a polygon, in the order of the hands of a clock; what links end at.
    func outline(of box: Box) -> [Point] {
        let (left, right, top, bottom) = (box.minX, box.maxX, box.minY, box.maxY)
        switch self {
        case .box, .note, .card, .plain, .underlined:
            return [Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)]
        case .octagon:
            let c = 6.0
            return [
                Point(left + c, top), Point(right - c, top), Point(right, top + c), Point(right, bottom - c),
                Point(right - c, bottom), Point(left + c, bottom), Point(left, bottom - c),
                Point(left, top + c),
            ]
        case .hexagon:
            let c = 9.0
            return [
                Point(left + c, top), Point(right - c, top), Point(right, box.center.y),
                Point(right - c, bottom), Point(left + c, bottom), Point(left, box.center.y),
            ]
        case .lozenge:
            return [
                Point(box.center.x, top), Point(right, box.center.y), Point(box.center.x, bottom),
                Point(left, box.center.y),
            ]
        case .pill, .doublePill:
            let radius = radius(of: box)
            // Cosines of 0°, 22.5°, 45°, 67.5° and 90°.
            let cosines = [1.0, 0.923_879_532_511, 0.707_106_781_187, 0.382_683_432_365, 0.0]
            let corners = [
                (Point(right - radius, top + radius), Point(0, -1), Point(1, 0)),
                (Point(right - radius, bottom - radius), Point(1, 0), Point(0, 1)),
                (Point(left + radius, bottom - radius), Point(0, 1), Point(-1, 0)),
                (Point(left + radius, top + radius), Point(-1, 0), Point(0, -1)),
            ]
            return corners.flatMap { center, from, to in
                (0...4).map { step in
                    center + from * (radius * cosines[step]) + to * (radius * cosines[4 - step])
                }
            }
        }
    }

    /// The first point, seen from outside, where a segment enters the outline; nil where it does not.
    func entry(of box: Box, from outside: Point, to inside: Point) -> Point? {
        let corners = outline(of: box)
        let direction = inside - outside
        var nearest = Double.infinity
        for index in corners.indices {
            let side = corners[(index + 1) % corners.count] - corners[index]
            let turn = direction.cross(side)
            guard abs(turn) > 1e-12 else { continue }
            let t = (corners[index] - outside).cross(side) / turn
            let u = (corners[index] - outside).cross(direction) / turn
            if t >= 0, t <= 1 + 1e-9, u >= -1e-9, u <= 1 + 1e-9 { nearest = min(nearest, t) }
        }
        return nearest.isFinite ? outside + direction * nearest : nil
    }
}
