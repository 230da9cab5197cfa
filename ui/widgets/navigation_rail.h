// NavigationRail: the pages by icon and name, at the left of the window.
#pragma once

#include <vector>

#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace tunebench::ui {

class NavigationRail : public QWidget {
    Q_OBJECT

public:
    explicit NavigationRail(QWidget* parent = nullptr);

    /// Entries after addStretch() stand at the bottom. The number of the entry is its index.
    void addEntry(const QString& iconName, const QString& name, const QKeySequence& shortcut);
    void addStretch();
    void setCurrent(int index);
    int current() const;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* layout_ = nullptr;
    QButtonGroup* group_ = nullptr;
    int count_ = 0;
};

}  // namespace tunebench::ui
