// What the data doctor has counted, in numbers and bars: HealthTiles, LengthsCard, LabelsCard.
#pragma once

#include "core/data/data_health.h"
#include "ui/widgets/card.h"

class QLabel;

namespace tunebench::ui {

class BarChart;
class StatTile;

/// Rows, examples, tokens, and what is lost, of the training data.
class HealthTiles : public QWidget {
    Q_OBJECT

public:
    explicit HealthTiles(QWidget* parent = nullptr);

    void setHealth(const DataHealth& health);
    void clear();

private:
    StatTile* addTile(const QString& name);

    StatTile* rows_ = nullptr;
    StatTile* examples_ = nullptr;
    StatTile* tokens_ = nullptr;
    StatTile* cut_ = nullptr;
    StatTile* refused_ = nullptr;
};

/// How long the examples are, as a histogram with the limit in it, and percentiles.
class LengthsCard : public Card {
    Q_OBJECT

public:
    explicit LengthsCard(QWidget* parent = nullptr);

    void setLengths(const LengthStatistics& lengths, std::int64_t maxLength);
    void clear();

private:
    BarChart* chart_ = nullptr;
    QLabel* percentiles_ = nullptr;
};

/// How many examples each label has; hidden where there are no labels.
class LabelsCard : public Card {
    Q_OBJECT

public:
    explicit LabelsCard(QWidget* parent = nullptr);

    void setLabels(const std::vector<LabelCount>& labels);

private:
    BarChart* chart_ = nullptr;
};

/// Where a length lies among the bars of a histogram: 0 is the middle of the first, 0.5 its right border.
double placeInHistogram(std::int64_t length, const LengthStatistics& lengths);

}  // namespace tunebench::ui
