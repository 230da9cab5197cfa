// EffectLine: the line below an editor that says what more of it costs and brings; a click unfolds the
// explanation. The keyboard's way there is F1 in the editor, so that no field has a second tab stop.
#pragma once

#include <QAbstractButton>

namespace tunebench::ui {

class EffectLine : public QAbstractButton {
    Q_OBJECT

public:
    explicit EffectLine(const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect textRect(int width) const;
};

}  // namespace tunebench::ui
