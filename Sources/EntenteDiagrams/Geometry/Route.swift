/// The way of a link from the outline of one node to that of another: straight pieces and cubic Bézier curves.
struct Route: Sendable, Hashable {
    /// One piece: its two control points and its end. A straight piece has its control points on the chord.
    struct Piece: Sendable, Hashable {
        var first: Point
        var second: Point
        var end: Point
        var isStraight: Bool
    }

    var start: Point
    var pieces: [Piece]

    var end: Point { pieces.last?.end ?? start }

    /// A straight route.
    init(from start: Point, to end: Point) {
        self.start = start
        pieces = [.straight(from: start, to: end)]
    }

    init(start: Point, pieces: [Piece]) {
        self.start = start
        self.pieces = pieces
    }

    /// A quadratic arc, written as the cubic that equals it.
    init(from start: Point, through control: Point, to end: Point) {
        self.start = start
        pieces = [
            Piece(
                first: start.mixed(with: control, at: 2.0 / 3),
                second: end.mixed(with: control, at: 2.0 / 3),
                end: end,
                isStraight: false
            )
        ]
    }

    /// The route as a polyline: one segment for a straight piece, eight for a curve.
    var polyline: [Point] {
        var points = [start]
        for piece in pieces {
            let from = points[points.count - 1]
            if piece.isStraight {
                points.append(piece.end)
            } else {
                for step in 1...8 {
                    points.append(piece.point(from: from, at: Double(step) / 8))
                }
            }
        }
        return points
    }

    /// The direction in which the route leaves its start.
    var startDirection: Point {
        guard let piece = pieces.first else { return .zero }
        let direction = piece.first - start
        return (direction.length > 1e-6 ? direction : piece.end - start).unit
    }

    /// The direction in which the route arrives at its end.
    var endDirection: Point {
        guard let piece = pieces.last else { return .zero }
        let from = pieces.count > 1 ? pieces[pieces.count - 2].end : start
        let direction = piece.end - piece.second
        return (direction.length > 1e-6 ? direction : piece.end - from).unit
    }

    func moved(by offset: Point) -> Route {
        Route(
            start: start + offset,
            pieces: pieces.map {
                Piece(
                    first: $0.first + offset,
                    second: $0.second + offset,
                    end: $0.end + offset,
                    isStraight: $0.isStraight
                )
            }
        )
    }
}

extension Route.Piece {
    static func straight(from start: Point, to end: Point) -> Route.Piece {
        Route.Piece(
            first: start.mixed(with: end, at: 1.0 / 3),
            second: start.mixed(with: end, at: 2.0 / 3),
            end: end,
            isStraight: true
        )
    }

    func point(from start: Point, at t: Double) -> Point {
        let s = 1 - t
        return start * (s * s * s) + first * (3 * s * s * t) + second * (3 * s * t * t) + end * (t * t * t)
    }
}

/// Length, and points at a part of it, along a polyline.
struct MeasuredPolyline: Sendable {
    let points: [Point]
    private let lengths: [Double]

    init(_ points: [Point]) {
        self.points = points
        var total = 0.0
        var lengths = [0.0]
        for index in points.indices.dropFirst() {
            total += points[index - 1].distance(to: points[index])
            lengths.append(total)
        }
        self.lengths = lengths
    }

    var length: Double { lengths.last ?? 0 }

    /// The point at a fraction (0...1) of the length, and the direction there.
    func place(at fraction: Double) -> (point: Point, direction: Point) {
        guard points.count > 1, length > 0 else { return (points.first ?? .zero, Point(1, 0)) }
        let wanted = length * min(max(fraction, 0), 1)
        let index = min(lengths.firstIndex { $0 >= wanted } ?? points.count - 1, points.count - 1)
        let upper = max(index, 1)
        let step = lengths[upper] - lengths[upper - 1]
        let part = step > 0 ? (wanted - lengths[upper - 1]) / step : 0
        let from = points[upper - 1]
        let to = points[upper]
        return (from.mixed(with: to, at: part), (to - from).unit)
    }
}
