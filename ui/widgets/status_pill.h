// StatusPill: a word or two on a coloured ground: the state of a run, or whether it fits into memory.
#pragma once

#include <QWidget>

namespace tunebench::ui {

enum class PillTone { Neutral, Active, Good, Warning, Bad };

class StatusPill : public QWidget {
    Q_OBJECT

public:
    explicit StatusPill(QWidget* parent = nullptr);

    void setStatus(const QString& text, PillTone tone);
    QString text() const { return text_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString text_;
    PillTone tone_ = PillTone::Neutral;
};

}  // namespace tunebench::ui
