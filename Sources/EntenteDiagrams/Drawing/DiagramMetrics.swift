internal import Foundation

/// How good a drawing is, in numbers.
///
/// *Conventions*: B_v is the box of node v, a link is the polyline of its route (eight segments a Bézier curve), L_e is the
/// box of its label. Loops take part in no count but the label ones.
public struct DiagramMetrics: Sendable, Hashable {
    /// NO: pairs of nodes u < v whose boxes share an area.
    public var nodeOverlaps = 0
    /// EN: pairs of a link and a node that is none of its ends, whose box the link enters ("edge tunnels", Dunne and
    /// Shneiderman 2009).
    public var linksThroughNodes = 0
    /// EC: pairs of links without a common end that cross, each crossing point counted once.
    public var crossings = 0
    /// LN: pairs of a label and a node that overlap.
    public var labelsOnNodes = 0
    /// LL: pairs of labels that overlap.
    public var labelsOnLabels = 0
    /// LE: pairs of a label and a foreign link that runs through it.
    public var labelsOnLinks = 0
    /// EPS: the smallest size of type, in points, when the figure is made to fit its page:
    /// min font · min(1, W_page / W, H_page / H), over the whole figure with its headline and sources.
    public var effectivePointSize = 0.0
    /// EPS over the drawing alone, without headline, legend and sources.
    public var drawingPointSize = 0.0
    /// σ, free of scale: (1 / |P|) Σ (s · ‖xᵢ − xⱼ‖ / dᵢⱼ − 1)² over the pairs P that are connected, where
    /// s = Σ (‖·‖ / d) / Σ (‖·‖² / d²) (Gansner, Koren and North 2004, doi:10.1007/978-3-540-31843-9_25).
    public var stress = 0.0
    /// The drawing's aspect: min(w / h, h / w).
    public var aspect = 1.0
    /// The drawing's width in points, without headline, legend and sources.
    public var drawingWidth = 0.0
    /// The drawing's height in points.
    public var drawingHeight = 0.0
    /// Labels that lost their words, or have no place at all.
    public var reducedLabels = 0

    /// Links whose own label covers an end of the line or leaves less than 14 points of it in sight.
    public var hiddenLinks = 0

    /// Labels away from their line, tied to it by a leader.
    public var detachedLabels = 0

    /// What a start is judged by, the smallest being best:
    /// EC + 3 · EN + 10 · NO + 20 · σ + 3 · |ln aspect| − 4 · min(EPS, 8), and for the labels
    /// + 10 · (LN + LL) + ½ · LE + 5 · (labels that lost their words) + 2 · (links hidden by their label)
    /// + detached labels.
    public var cost: Double {
        var cost = Double(crossings) + 3 * Double(linksThroughNodes) + 10 * Double(nodeOverlaps)
        cost += 20 * stress + 3 * abs(log(max(aspect, 1e-6))) - 4 * min(effectivePointSize, 8)
        cost += 10 * Double(labelsOnNodes + labelsOnLabels) + 0.5 * Double(labelsOnLinks)
        return cost + 5 * Double(reducedLabels) + 2 * Double(hiddenLinks) + Double(detachedLabels)
    }

    /// Measures nothing: all zero.
    init() {}
}

extension DiagramMetrics {
    /// Measures a drawing.
    ///
    /// - Complexity: O(n² + m² + n · m) box and segment tests; shortest paths O(n · (n + m)).
    init(
        plan: DrawingPlan,
        boxes: [Box],
        polylines: [[Point]],
        labels: [LabelPlacement.Placed?],
        drawing: Size,
        figure: Size,
        page: DiagramPage
    ) {
        let smallest = DrawingPlan.TypeSize.smallest
        drawingWidth = drawing.width
        drawingHeight = drawing.height
        aspect = min(drawing.width / max(drawing.height, 1), drawing.height / max(drawing.width, 1))
        effectivePointSize =
            smallest * min(1, page.width / max(figure.width, 1), page.height / max(figure.height, 1))
        drawingPointSize =
            smallest * min(1, page.width / max(drawing.width, 1), page.height / max(drawing.height, 1))
        countNodes(plan, boxes, polylines)
        crossings = Self.crossings(plan, polylines)
        countLabels(plan, boxes, polylines, labels)
        stress = Self.stress(plan, boxes)
    }

    private mutating func countNodes(_ plan: DrawingPlan, _ boxes: [Box], _ polylines: [[Point]]) {
        for (index, box) in boxes.enumerated() {
            nodeOverlaps += boxes[(index + 1)...].count { $0.overlaps(box) }
        }
        for (index, link) in plan.links.enumerated() where link.from != link.to {
            for node in boxes.indices where node != link.from && node != link.to {
                if boxes[node].meets(polylines[index]) { linksThroughNodes += 1 }
            }
        }
    }

    private static func crossings(_ plan: DrawingPlan, _ polylines: [[Point]]) -> Int {
        let frames = polylines.map(frame)
        var count = 0
        for (index, link) in plan.links.enumerated() where link.from != link.to {
            for other in plan.links.indices where other > index {
                let second = plan.links[other]
                let ends = [second.from, second.to]
                if second.from == second.to || ends.contains(link.from) || ends.contains(link.to) { continue }
                guard frames[index].inset(by: -1).overlaps(frames[other].inset(by: -1)) else { continue }
                count += crossings(polylines[index], polylines[other])
            }
        }
        return count
    }

    private static func crossings(_ one: [Point], _ two: [Point]) -> Int {
        var count = 0
        for (a, b) in zip(one, one.dropFirst()) {
            for (c, d) in zip(two, two.dropFirst()) where crossing(a, b, c, d) != nil { count += 1 }
        }
        return count
    }

    static func frame(_ points: [Point]) -> Box {
        var frame = Box(center: points.first ?? .zero, width: 0, height: 0)
        for point in points { frame = frame.union(Box(center: point, width: 0, height: 0)) }
        return frame
    }

    private mutating func countLabels(
        _ plan: DrawingPlan,
        _ boxes: [Box],
        _ polylines: [[Point]],
        _ labels: [LabelPlacement.Placed?]
    ) {
        for (index, label) in labels.enumerated() {
            guard let label else {
                if !plan.links[index].forms.isEmpty { reducedLabels += 1 }
                continue
            }
            if label.form.isReduced { reducedLabels += 1 }
            if label.leader != nil { detachedLabels += 1 }
            if label.leader == nil, Self.hides(label.box, polylines[index]) { hiddenLinks += 1 }
            labelsOnNodes += boxes.count { $0.overlaps(label.box) }
            for other in labels[(index + 1)...] {
                if let other, other.box.overlaps(label.box) { labelsOnLabels += 1 }
            }
            for other in polylines.indices where other != index {
                if label.box.meets(polylines[other]) { labelsOnLinks += 1 }
            }
        }
    }

    /// Whether a label covers an end of its line, or too much of the line between.
    private static func hides(_ label: Box, _ polyline: [Point]) -> Bool {
        guard let first = polyline.first, let last = polyline.last else { return false }
        let grown = label.inset(by: -3)
        if grown.contains(first) || grown.contains(last) { return true }
        let line = MeasuredPolyline(polyline)
        let covered = (0..<32).count { label.contains(line.place(at: (Double($0) + 0.5) / 32).point) }
        return line.length * Double(32 - covered) / 32 < 14
    }

    private static func stress(_ plan: DrawingPlan, _ boxes: [Box]) -> Double {
        let problem = LayoutProblem(plan, page: .zero)
        let incidence = problem.incidence
        // Above a thousand nodes every k-th source stands for all.
        let step = max(1, boxes.count / 1000)
        var ratios: [Double] = []
        for source in stride(from: 0, to: boxes.count, by: step) {
            let distances = problem.distances(from: source, incidence: incidence)
            for node in boxes.indices
            where node != source && distances[node] > 0 && (step > 1 || node > source) {
                ratios.append(boxes[source].center.distance(to: boxes[node].center) / Double(distances[node]))
            }
        }
        let sum = ratios.reduce(0, +)
        let squares = ratios.reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return 0 }
        let scale = sum / squares
        return ratios.reduce(0) { $0 + (scale * $1 - 1) * (scale * $1 - 1) } / Double(ratios.count)
    }
}
