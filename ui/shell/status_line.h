// StatusLine: at the bottom of the window: the run that is active, wherever one looks.
#pragma once

#include <QLabel>

namespace tunebench::ui {

class Shell;

class StatusLine : public QLabel {
    Q_OBJECT

public:
    explicit StatusLine(Shell& shell, QWidget* parent = nullptr);

private:
    QString sentence() const;

    Shell& shell_;
};

}  // namespace tunebench::ui
