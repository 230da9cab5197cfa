// What the hub's two lists have in common: a table on a card, and a note in its place.
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace tunebench::ui {

class Card;

Card* makeTableCard(QWidget* parent);
QLabel* makeCentredNote(const QString& text, QWidget* parent);

}  // namespace tunebench::ui
