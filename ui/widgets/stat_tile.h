// StatTile: one number that matters, with its name and a second line.
#pragma once

#include <QFrame>

class QLabel;

namespace tunebench::ui {

class StatTile : public QFrame {
    Q_OBJECT

public:
    explicit StatTile(const QString& name, QWidget* parent = nullptr);

    void setValue(const QString& value, const QString& detail = {});
    QString value() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* value_ = nullptr;
    QLabel* detail_ = nullptr;
};

}  // namespace tunebench::ui
