// ExportResult: what became of an export: whether the files give the trained model back, in a sentence, in
// numbers, and where they are.
#pragma once

#include "core/engine_api/engine.h"
#include "ui/widgets/card.h"

class QLabel;

namespace tunebench::ui {

class StatTile;
class StatusPill;

/// What the comparison means to somebody who is about to use the files.
enum class Agreement { Equal, Close, Different };
Agreement agreementOf(const ExportReport& report);

/// The comparison in words for somebody who has never heard of a logit.
QString agreementSentence(const ExportReport& report);

class ExportResult : public Card {
    Q_OBJECT

public:
    explicit ExportResult(QWidget* parent = nullptr);

    void showReport(const ExportReport& report);

private:
    QWidget* buildNumbers();
    void openFolder() const;

    StatusPill* verdict_ = nullptr;
    QLabel* sentence_ = nullptr;
    StatTile* tokens_ = nullptr;
    StatTile* divergence_ = nullptr;
    StatTile* logits_ = nullptr;
    QLabel* notice_ = nullptr;
    QLabel* files_ = nullptr;
    QString folder_;
};

}  // namespace tunebench::ui
