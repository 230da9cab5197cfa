// CommandPalette: everything by its name: pages, actions, settings, presets and runs, in a line to type and a
// list below it, over the window. The line keeps the focus; arrow keys walk the list.
#pragma once

#include <QFrame>
#include <QPointer>

#include "ui/run/latest_task.h"
#include "ui/shell/palette/palette_sources.h"

class QLabel;
class QLineEdit;
class QListView;

namespace tunebench::ui {

class PaletteModel;
class Shell;

class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(Shell& shell, QWidget& window);

    /// Opens it, or closes it when it is open.
    void toggle();
    QLineEdit* line() const { return line_; }
    QListView* list() const { return list_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void open();
    /// The focus goes back to where it was.
    void leave();
    void read();
    void choose(const QModelIndex& index);
    bool takeKey(int key);
    void walk(int rows);
    void onFound();
    void place();

    Shell& shell_;
    QWidget& window_;
    PaletteModel* model_ = nullptr;
    QLineEdit* line_ = nullptr;
    QListView* list_ = nullptr;
    QLabel* nothing_ = nullptr;
    QPointer<QWidget> formerFocus_;
    LatestTask<StoredChoices> task_;
};

}  // namespace tunebench::ui
