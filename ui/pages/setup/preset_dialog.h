// PresetDialog: a title and a reason for settings that are kept as a preset.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace tunebench::ui {

class PresetDialog : public QDialog {
    Q_OBJECT

public:
    explicit PresetDialog(const QString& title, QWidget* parent = nullptr);

    QString title() const;
    QString reason() const;

private:
    QLineEdit* title_ = nullptr;
    QLineEdit* reason_ = nullptr;
    QPushButton* save_ = nullptr;
};

}  // namespace tunebench::ui
