// EmptyState: what a page shows before there is anything: what will stand here, and the one action that leads
// on.
#pragma once

#include <QWidget>

class QPushButton;

namespace tunebench::ui {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& title, const QString& text, const QString& action,
               QWidget* parent = nullptr);

Q_SIGNALS:
    void activated();
};

}  // namespace tunebench::ui
