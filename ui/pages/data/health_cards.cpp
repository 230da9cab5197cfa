#include "ui/pages/data/health_cards.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/charts/bar_chart.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/stat_tile.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kMostLabels = 12;
constexpr std::int64_t kUnbalanced = 10;

QString wholeNumber(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString shareOf(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? shareText(static_cast<double>(part) / static_cast<double>(whole)) : QString();
}

}  // namespace

HealthTiles::HealthTiles(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    rows_ = addTile(tr("Rows read"));
    examples_ = addTile(tr("Examples"));
    tokens_ = addTile(tr("Tokens"));
    cut_ = addTile(tr("Cut"));
    refused_ = addTile(tr("Refused"));
}

StatTile* HealthTiles::addTile(const QString& name) {
    auto* tile = new StatTile(name, this);
    layout()->addWidget(tile);
    return tile;
}

void HealthTiles::clear() {
    for (StatTile* tile : {rows_, examples_, tokens_, cut_, refused_})
        tile->setValue(QStringLiteral("–"));
}

void HealthTiles::setHealth(const DataHealth& health) {
    const DataReport& report = health.report;
    const auto leftOut = report.skipped_empty + report.skipped_unsupervised;
    rows_->setValue(wholeNumber(report.rows), toQt(report.layout));
    examples_->setValue(wholeNumber(report.examples), leftOut == 1 ? tr("1 row left out")
                                                      : leftOut > 0
                                                          ? tr("%1 rows left out").arg(wholeNumber(leftOut))
                                                          : QString());
    tokens_->setValue(countText(report.tokens),
                      report.labels.empty()
                          ? tr("%1 learned").arg(shareOf(report.supervised_tokens, report.tokens))
                          : tr("%1 labels").arg(wholeNumber(std::ssize(report.labels))));
    cut_->setValue(wholeNumber(health.truncated.count),
                   health.cut_away.count == 1 ? tr("1 more loses its answer")
                   : health.cut_away.count > 0
                       ? tr("%1 more lose their answer").arg(wholeNumber(health.cut_away.count))
                       : shareOf(health.truncated.count, report.examples));
    refused_->setValue(wholeNumber(health.refused),
                       health.refused > 0 ? tr("the run would stop") : QString());
}

LengthsCard::LengthsCard(QWidget* parent) : Card(tr("Length of examples"), parent) {
    chart_ = new BarChart(BarChart::Direction::Upright, tr("Examples by their length in tokens"), this);
    chart_->setObjectName(QStringLiteral("lengths_chart"));
    body()->addWidget(chart_);
    percentiles_ = makeLabel({}, TextRole::Caption, this);
    percentiles_->setObjectName(QStringLiteral("percentiles"));
    percentiles_->setWordWrap(true);
    body()->addWidget(percentiles_);
    body()->addStretch(1);
    setSummary(tr("in tokens, before they are cut"));
}

double placeInHistogram(std::int64_t length, const LengthStatistics& lengths) {
    if (lengths.histogram.empty() || length <= 0)
        return std::numeric_limits<double>::quiet_NaN();
    const auto first = static_cast<double>(lengths.histogram.front().up_to);
    const auto at = static_cast<double>(length) / first;
    // The first bar begins at 0, each of the others at half of its end.
    return at <= 1.0 ? at - 0.5 : std::log2(at) + 0.5;
}

void LengthsCard::setLengths(const LengthStatistics& lengths, std::int64_t maxLength) {
    std::vector<Bar> bars;
    std::int64_t from = 0;
    for (const auto& bin : lengths.histogram) {
        bars.push_back({.name = QStringLiteral("≤ ") + wholeNumber(bin.up_to),
                        .value = static_cast<double>(bin.examples),
                        .isMarked = from >= maxLength});
        from = bin.up_to;
    }
    const bool isInside = maxLength <= from;
    chart_->setBars(std::move(bars));
    chart_->setLimit(
        isInside ? placeInHistogram(maxLength, lengths) : std::numeric_limits<double>::quiet_NaN(),
        tr("cut at %1").arg(wholeNumber(maxLength)));
    percentiles_->setText(lengths.histogram.empty()
                              ? tr("No example was read.")
                              : tr("shortest %1 · median %2 · 90 % up to %3 · 99 % up to %4 · longest %5")
                                    .arg(wholeNumber(lengths.shortest), wholeNumber(lengths.median),
                                         wholeNumber(lengths.percentile_90),
                                         wholeNumber(lengths.percentile_99), wholeNumber(lengths.longest)));
}

void LengthsCard::clear() {
    chart_->setBars({});
    chart_->setLimit(std::numeric_limits<double>::quiet_NaN(), {});
    percentiles_->clear();
}

LabelsCard::LabelsCard(QWidget* parent) : Card(tr("Labels"), parent) {
    chart_ = new BarChart(BarChart::Direction::Lying, tr("Examples of each label"), this);
    chart_->setObjectName(QStringLiteral("labels_chart"));
    chart_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    body()->addWidget(chart_);
    hide();
}

void LabelsCard::setLabels(const std::vector<LabelCount>& labels) {
    setVisible(!labels.empty());
    auto sorted = labels;
    std::ranges::stable_sort(sorted, std::ranges::greater(), &LabelCount::examples);
    const std::int64_t most = sorted.empty() ? 0 : sorted.front().examples;
    std::vector<Bar> bars;
    std::int64_t others = 0;
    for (const auto& [label, examples] : sorted) {
        if (bars.size() < kMostLabels)
            bars.push_back({.name = toQt(label),
                            .value = static_cast<double>(examples),
                            .isMarked = kUnbalanced * examples <= most});
        else
            others += examples;
    }
    if (others > 0)
        bars.push_back({.name = tr("others"), .value = static_cast<double>(others)});
    chart_->setBars(std::move(bars));
    setSummary(tr("%1 of them").arg(wholeNumber(std::ssize(labels))));
}

}  // namespace tunebench::ui
