// FactCard: a titled table of facts about a run, as high as its rows, up to a limit.
#pragma once

#include "ui/models/hub_model.h"
#include "ui/widgets/card.h"

namespace tunebench::ui {

class HubTable;

class FactCard : public Card {
    Q_OBJECT

public:
    /// `name` finds the table in tests. The first column takes the room that the widths of the others leave.
    FactCard(const QString& title, const QString& name, const QStringList& columns,
             const std::vector<int>& widths, QWidget* parent = nullptr);

    /// Without rows the card is hidden.
    void setRows(std::vector<HubRow> rows);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();

    HubTable* table_ = nullptr;
    int shown_ = 0;  // rows, without scrolling
};

}  // namespace tunebench::ui
