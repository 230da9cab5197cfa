// LinkRow: a sentence that leads somewhere: wraps, can be reached by keyboard, and is a button to screen
// readers.
#pragma once

#include <QAbstractButton>

namespace tunebench::ui {

enum class RowTone { Problem, Warning, Plain };

class LinkRow : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int kInset = 22;  // of the text

    LinkRow(RowTone tone, const QString& text, const QString& hint, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect textRect(int width) const;

    RowTone tone_;
};

}  // namespace tunebench::ui
