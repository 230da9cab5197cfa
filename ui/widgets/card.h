// Card: a titled surface that holds one subject of a page. Add content to body().
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace tunebench::ui {

class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    QVBoxLayout* body() { return body_; }
    /// To the right of the title, for buttons and facts.
    QHBoxLayout* header() { return header_; }
    void setSummary(const QString& text);  // muted, after the title

    /// Draws attention to the card for a second, after somebody was led here.
    void flash();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* body_ = nullptr;
    QHBoxLayout* header_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* summary_ = nullptr;
    bool isFlashing_ = false;
};

}  // namespace tunebench::ui
