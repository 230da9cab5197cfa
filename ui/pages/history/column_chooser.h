// ColumnChooser: which columns the table of runs shows, in which order, and which stay at the left. Any
// setting, any metric's last, best, lowest or highest value and its step, and what the history keeps of every
// run.
#pragma once

#include <QDialog>

#include "core/history/run_column.h"
#include "core/history/run_view.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tunebench::ui {

class ColumnChooser : public QDialog {
    Q_OBJECT

public:
    ColumnChooser(const std::vector<RunColumn>& known, std::vector<RunViewColumn> chosen,
                  QWidget* parent = nullptr);

    std::vector<RunViewColumn> chosen() const { return chosen_; }

private:
    QWidget* buildOffer();
    QWidget* buildChosen();
    QPushButton* addButton(const QString& name, const QString& text);
    void fillOffer(const std::vector<RunColumn>& known);
    QTreeWidgetItem* sectionFor(const RunColumn& column);
    void search(const QString& text);
    void onChecked(QTreeWidgetItem* item);
    void setChosen(std::vector<RunViewColumn> chosen, int current);
    void move(int by);
    void togglePin();
    void removeCurrent();
    void updateButtons();
    QString titleOf(const std::string& name) const;

    std::vector<RunColumn> known_;
    std::vector<RunViewColumn> chosen_;
    QLineEdit* search_ = nullptr;
    QTreeWidget* offer_ = nullptr;
    QListWidget* list_ = nullptr;
    QPushButton* up_ = nullptr;
    QPushButton* down_ = nullptr;
    QPushButton* pin_ = nullptr;
    QPushButton* remove_ = nullptr;
    QPushButton* accept_ = nullptr;
};

}  // namespace tunebench::ui
