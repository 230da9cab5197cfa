#include "ui/charts/stacked_chart.h"

#include <algorithm>

#include <QIODevice>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/charts/chart_csv.h"
#include "ui/charts/plot_painting.h"
#include "ui/charts/stacked_picture.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kStackedRedrawMs = 30;
constexpr int kKeySteps = 100;  // of a key, from edge to edge
constexpr int kNoPlace = -1;

QString axisNumber(double value) {
    return QLocale().toString(value, 'g', 4);
}

}  // namespace

class StackedChart::Private {
public:
    explicit Private(StackedChart* chart) : q(chart) {}

    void build();
    void schedule();
    void redraw();
    void fitLegend();
    QRect legendArea() const;
    std::vector<LookEntry> legend(int place) const;
    void describe();
    void setCursor(int place);
    void moveCursor(int places);
    int placeAt(double x) const;
    QString sectionAt(int place) const;
    int lastPlace() const { return static_cast<int>(content.places.size()) - 1; }
    double at(const std::vector<double>& values, int place) const {
        return values[static_cast<std::size_t>(place)];
    }
    const Colors& colors() const { return colorsFor(q->palette()); }
    QFont caption() const { return fontFor(TextRole::Caption, q->font()); }

    StackedChart* q;
    QCustomPlot* plot = nullptr;
    std::unique_ptr<StackedPicture> picture;
    StackedContent content;
    QString sectionTitle;
    FormatValue format = axisNumber;
    QTimer timer;
    int largest = kNoPlace;
    int cursor = kNoPlace;
};

void StackedChart::Private::build() {
    auto* layout = new QVBoxLayout(q);
    plot = new QCustomPlot(q);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setMinimumSize(64, 40);  // without a size it complains instead of painting
    plot->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    layout->addWidget(plot);
    picture = std::make_unique<StackedPicture>(*plot);
    timer.setSingleShot(true);
    timer.setInterval(kStackedRedrawMs);
    QObject::connect(&timer, &QTimer::timeout, q, [this] { redraw(); });
    QObject::connect(plot, &QCustomPlot::mousePress, q, [this] { q->setFocus(Qt::MouseFocusReason); });
    QObject::connect(plot, &QCustomPlot::mouseMove, q, [this](QMouseEvent* event) {
        const bool isInside = plot->axisRect()->rect().contains(event->pos());
        setCursor(isInside ? placeAt(plot->xAxis->pixelToCoord(event->position().x())) : kNoPlace);
    });
    fitLegend();
}

void StackedChart::Private::schedule() {
    if (q->isVisible() && !timer.isActive())
        timer.start();
}

void StackedChart::Private::redraw() {
    stylePlot(*plot, q->font(), colors());
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis})
        setTicks(*axis, {.format = axisNumber});
    plot->xAxis->grid()->setVisible(false);
    fitTickCounts(*plot);
    picture->draw(content, caption(), colors());
    if (q->isVisible() && !plot->size().isEmpty())
        plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Room for the values that are likely the longest, so that the plot does not jump when they change.
void StackedChart::Private::fitLegend() {
    const int height = lookLegendHeight(legend(largest), legendArea().width(), caption());
    q->layout()->setContentsMargins(1, 1, 1, height + spacing::kHalf);
}

QRect StackedChart::Private::legendArea() const {
    const int height = q->layout()->contentsMargins().bottom() - spacing::kHalf;
    return {spacing::kUnit, q->height() - height - 1, std::max(1, q->width() - 2 * spacing::kUnit), height};
}

/// What lies on top comes first.
std::vector<LookEntry> StackedChart::Private::legend(int place) const {
    std::vector<LookEntry> entries;
    for (auto layer = content.layers.rbegin(); layer != content.layers.rend(); ++layer)
        entries.push_back({place == kNoPlace
                               ? layer->name
                               : QStringLiteral("%1 %2").arg(layer->name, format(at(layer->values, place))),
                           layer->series});
    return entries;
}

void StackedChart::Private::describe() {
    const int place = q->shownPlace();
    if (place == kNoPlace)
        return q->setAccessibleDescription({});
    const QString where =
        QStringLiteral("%1 %2 %3")
            .arg(plot->xAxis->label(), axisNumber(at(content.places, place)), sectionAt(place));
    QStringList parts{(q->hasCursor() ? tr("At %1") : tr("Largest at %1")).arg(where.trimmed())};
    for (const LookEntry& entry : legend(place))
        parts << entry.name;
    parts << tr("together %1").arg(format(at(picture->wholes(), place)));
    q->setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

void StackedChart::Private::setCursor(int place) {
    if (place == cursor)
        return;
    cursor = place;
    picture->showCursor(q->hasCursor() ? std::optional(at(content.places, place)) : std::nullopt, colors());
    // A plot without a size has nothing to paint on.
    if (q->isVisible() && !plot->size().isEmpty())
        plot->layer(QStringLiteral("cursor"))->replot();
    q->update();
    describe();
    Q_EMIT q->shownPlaceChanged();
}

void StackedChart::Private::moveCursor(int places) {
    if (lastPlace() >= 0)
        setCursor(std::clamp(q->shownPlace() + places, 0, lastPlace()));
}

/// The last one up to there: its values hold.
int StackedChart::Private::placeAt(double x) const {
    const auto after = std::upper_bound(content.places.begin(), content.places.end(), x);
    return std::clamp(static_cast<int>(after - content.places.begin()) - 1, std::min(0, lastPlace()),
                      lastPlace());
}

QString StackedChart::Private::sectionAt(int place) const {
    const auto after =
        std::upper_bound(content.sections.begin(), content.sections.end(), at(content.places, place),
                         [](double x, const StackedSection& section) { return x < section.from; });
    return after == content.sections.begin() ? QString() : std::prev(after)->name;
}

StackedChart::StackedChart(const QString& accessibleName, QWidget* parent)
    : QWidget(parent), d_(std::make_unique<Private>(this)) {
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    d_->build();
}

StackedChart::~StackedChart() = default;

void StackedChart::setContent(StackedContent content) {
    d_->cursor = kNoPlace;
    d_->picture->showCursor({}, d_->colors());
    d_->content = std::move(content);
    d_->picture->setContent(d_->content);
    const auto& wholes = d_->picture->wholes();
    const auto most = std::max_element(wholes.begin(), wholes.end());
    d_->largest = most == wholes.end() ? kNoPlace : static_cast<int>(most - wholes.begin());
    d_->fitLegend();
    d_->describe();
    d_->schedule();
    update();
    Q_EMIT shownPlaceChanged();
}

const StackedContent& StackedChart::content() const {
    return d_->content;
}

void StackedChart::setTitles(const QString& x, const QString& y, const QString& section) {
    d_->plot->xAxis->setLabel(x);
    d_->plot->yAxis->setLabel(y);
    d_->sectionTitle = section;
    d_->describe();
    d_->schedule();
}

void StackedChart::setFormat(FormatValue value) {
    d_->format = std::move(value);
    d_->fitLegend();
    d_->describe();
    update();
}

int StackedChart::shownPlace() const {
    return hasCursor() ? d_->cursor : d_->largest;
}

bool StackedChart::hasCursor() const {
    return d_->cursor != kNoPlace;
}

void StackedChart::paintOn(QPaintDevice& device, const QSize& size) {
    d_->redraw();
    paintPlot(*d_->plot, d_->legend(shownPlace()), font(), d_->colors(), device, size);
}

void StackedChart::writeCsv(QIODevice& out) const {
    const auto& [places, layers, sections] = d_->content;
    QByteArray line = csvField(d_->plot->xAxis->label()) + ',' + csvField(d_->sectionTitle);
    for (const auto& layer : layers)
        line += ',' + csvField(QStringLiteral("%1 (%2)").arg(layer.name, d_->plot->yAxis->label()));
    out.write(line + "\r\n");
    for (int place = 0; place <= d_->lastPlace(); ++place) {
        line = csvNumber(d_->at(places, place)) + ',' + csvField(d_->sectionAt(place));
        for (const auto& layer : layers)
            line += ',' + csvNumber(d_->at(layer.values, place));
        out.write(line + "\r\n");
    }
}

void StackedChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    d_->fitLegend();
    d_->schedule();
}

void StackedChart::keyPressEvent(QKeyEvent* event) {
    const int step = std::max(1, d_->lastPlace() / kKeySteps);
    switch (event->key()) {
        case Qt::Key_Left:
            return d_->moveCursor(-step);
        case Qt::Key_Right:
            return d_->moveCursor(step);
        case Qt::Key_Home:
            return d_->moveCursor(-d_->lastPlace());
        case Qt::Key_End:
            return d_->moveCursor(d_->lastPlace());
        case Qt::Key_Escape:
            if (hasCursor())
                return d_->setCursor(kNoPlace);
            [[fallthrough]];
        default:
            QWidget::keyPressEvent(event);
    }
}

void StackedChart::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    d_->setCursor(kNoPlace);
}

void StackedChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintLookLegend(painter, d_->legend(shownPlace()), d_->legendArea(), d_->caption(), d_->colors());
    painter.end();
    paintFocus(*this);
}

void StackedChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    d_->fitLegend();
    d_->schedule();
}

void StackedChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    d_->schedule();
}

}  // namespace tunebench::ui
