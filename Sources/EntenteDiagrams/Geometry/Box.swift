/// An upright rectangle given by its centre and size.
package struct Box: Sendable, Hashable {
    package var center: Point
    package var width: Double
    package var height: Double

    init(center: Point, width: Double, height: Double) {
        self.center = center
        self.width = width
        self.height = height
    }

    init(center: Point, size: Size) {
        self.init(center: center, width: size.width, height: size.height)
    }

    init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.init(
            center: Point((minX + maxX) / 2, (minY + maxY) / 2),
            width: maxX - minX,
            height: maxY - minY
        )
    }

    package var minX: Double { center.x - width / 2 }
    package var maxX: Double { center.x + width / 2 }
    package var minY: Double { center.y - height / 2 }
    package var maxY: Double { center.y + height / 2 }

    /// The box made smaller by a margin on all four sides; a negative margin grows it.
    func inset(by margin: Double) -> Box {
        Box(center: center, width: width - 2 * margin, height: height - 2 * margin)
    }

    /// Whether two boxes share an area (touching is not overlapping).
    package func overlaps(_ other: Box) -> Bool {
        abs(center.x - other.center.x) * 2 < width + other.width
            && abs(center.y - other.center.y) * 2 < height + other.height
    }

    func contains(_ point: Point) -> Bool {
        abs(point.x - center.x) * 2 <= width && abs(point.y - center.y) * 2 <= height
    }

    func union(_ other: Box) -> Box {
        Box(
            minX: min(minX, other.minX),
            minY: min(minY, other.minY),
            maxX: max(maxX, other.maxX),
            maxY: max(maxY, other.maxY)
        )
    }

    /// Whether a straight segment has a point inside the box (Liang and Barsky's clipping).
    func meets(_ start: Point, _ end: Point) -> Bool {
        let dx = end.x - start.x
        let dy = end.y - start.y
        var low = 0.0
        var high = 1.0
        for (delta, toMin, toMax) in [
            (dx, minX - start.x, maxX - start.x), (dy, minY - start.y, maxY - start.y),
        ] {
            if delta == 0 {
                if toMin >= 0 || toMax <= 0 { return false }
            } else {
                let first = toMin / delta
                let second = toMax / delta
                low = max(low, min(first, second))
                high = min(high, max(first, second))
                if low >= high { return false }
            }
        }
        return true
    }

    /// Whether a polyline has a point inside the box.
    func meets(_ polyline: [Point]) -> Bool {
        guard var last = polyline.first else { return false }
        for point in polyline.dropFirst() {
            if meets(last, point) { return true }
            last = point
        }
        return contains(last) && polyline.count == 1
    }
}

/// Where two segments cross in one inner point of both; touching ends and overlapping collinear parts do not count.
func crossing(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Point? {
    let ab = b - a
    let cd = d - c
    let turn = ab.cross(cd)
    guard abs(turn) > 1e-12 else { return nil }
    let t = (c - a).cross(cd) / turn
    let u = (c - a).cross(ab) / turn
    guard t > 1e-9, t < 1 - 1e-9, u > 1e-9, u < 1 - 1e-9 else { return nil }
    return a + ab * t
}
