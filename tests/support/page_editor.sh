#!/bin/sh
echo "# a line" >> "$1"
