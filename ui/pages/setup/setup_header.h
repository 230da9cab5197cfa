// SetupHeader: the top of the setup page: the run's name, the search over fields, undo and redo, what to
// start from, and how to keep what was set.
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QMenu;
class QPushButton;

namespace tunebench::ui {

class FieldSearch;
class RunForm;

class SetupHeader : public QWidget {
    Q_OBJECT

public:
    explicit SetupHeader(const RunForm& form, QWidget* parent = nullptr);

    void setStartMenu(QMenu* menu);
    /// Their buttons; the actions are those of the page around this.
    void setEdits(QAction& undo, QAction& redo);
    /// A first run is a click away while nothing is chosen.
    void setSampleVisible(bool isVisible);
    FieldSearch* search() const { return search_; }

Q_SIGNALS:
    void sampleRequested();
    void openRequested();
    void saveRequested();
    void savePresetRequested();
    void commandRequested();

private:
    QPushButton* addButton(const QString& icon, const QString& text, const char* objectName);
    QPushButton* makeEditButton(QAction& action);
    void buildSaveMenu();

    QHBoxLayout* row_ = nullptr;
    FieldSearch* search_ = nullptr;
    QPushButton* sample_ = nullptr;
    QPushButton* start_ = nullptr;
    QPushButton* save_ = nullptr;
};

}  // namespace tunebench::ui
