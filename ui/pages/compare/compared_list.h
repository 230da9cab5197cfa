// ComparedList: the compared runs, or their groups, with their looks; which one the others are compared with,
// and which are taken out.
#pragma once

#include "core/study/report/run_comparison.h"
#include "ui/widgets/card.h"

class QPushButton;
class QTableView;

namespace tunebench::ui {

class ComparedGroupModel;
class FittingLabel;

class ComparedList : public Card {
    Q_OBJECT

public:
    explicit ComparedList(QWidget* parent = nullptr);

    void show(const RunComparison& comparison, const std::vector<ComparableRun>& runs);
    /// `what` the values beside the runs are stands above them.
    void setValues(const QString& what, const QStringList& values);
    QTableView* table() const { return table_; }

Q_SIGNALS:
    void baselineChosen(int group);
    void removeRequested(int group);
    void changeRequested();
    void groupChosen(int group);  // -1: none

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPushButton* addButton(QLayout* row, const char* objectName, const QString& text, const QString& help);
    void buildTable();
    void updateButtons();
    int chosen() const;

    ComparedGroupModel* model_ = nullptr;
    QTableView* table_ = nullptr;
    FittingLabel* what_ = nullptr;
    QPushButton* baseline_ = nullptr;
    QPushButton* remove_ = nullptr;
};

}  // namespace tunebench::ui
